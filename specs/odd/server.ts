import express, { Router, type ErrorRequestHandler } from 'express';
import { listen, type Running } from '../service/listen.ts';
import { mutantNamed } from '../service/fault.ts';
import { mutants } from './mutants.ts';
import { refuse, type Oddity } from './oddity.ts';
import { below } from './routes/below.ts';
import { bodies } from './routes/bodies.ts';
import { changes } from './routes/changes.ts';
import { choices } from './routes/choices.ts';
import { decimals } from './routes/decimals.ts';
import { jobs } from './routes/jobs.ts';
import { keeping } from './routes/keeping.ts';
import { lives } from './routes/lives.ts';
import { manners } from './routes/manners.ts';
import { namedSets } from './routes/named-sets.ts';
import { names } from './routes/names.ts';
import { people } from './routes/people.ts';
import { ranges } from './routes/ranges.ts';
import { requests } from './routes/requests.ts';
import { states } from './routes/states.ts';
import { pages } from './routes/pages.ts';
import { unsaid } from './routes/unsaid.ts';
import { waiting } from './routes/waiting.ts';
import { wire } from './routes/wire.ts';

/** The routes of every oddity, by the name of its folder. */
export const oddities: Readonly<Record<string, Oddity>> = {
  ...names,
  ...wire,
  ...below,
  ...bodies,
  ...changes,
  ...lives,
  ...keeping,
  ...pages,
  ...people,
  ...manners,
  ...states,
  ...choices,
  ...waiting,
  ...jobs,
  ...unsaid,
  ...requests,
  ...ranges,
  ...namedSets,
  ...decimals,
};

/** Base paths of the contracts that have one. */
const basePaths: Readonly<Record<string, string>> = {
  'dotted-path': '/v1.2',
  'swagger-forms': '/api',
  'trailing-slash': '/base',
  'wrapped-list': '/v2',
};

/**
 * Starts a server that keeps an odd contract, on 127.0.0.1.
 *
 * @param name A folder beside this file.
 * @param port 0 takes any free one.
 * @param mutant The name of one of its mutants.
 * @returns The server; its URL has the base path of the contract, without a slash at its end.
 * @throws when there is no such oddity, or no such mutant of it.
 */
export async function startOdd(name: string, port = 0, mutant?: string): Promise<Running> {
  const oddity = oddities[name];
  if (!oddity) throw new Error(`There is no oddity ${name}. There are: ${Object.keys(oddities).join(', ')}`);
  const router = Router({ caseSensitive: true, strict: true, mergeParams: true });
  if (mutant !== undefined) router.use(mutantNamed(mutants[name] ?? [], mutant).put);
  oddity(router);
  const basePath = basePaths[name] ?? '';
  const app = express().disable('x-powered-by').disable('etag');
  app.use(basePath === '' ? '/' : basePath, router);
  app.use((_request, response) => refuse(response, 404));
  app.use(refuseUnreadable);
  const { url, close } = await listen(app, port);
  return { url: url + basePath, close };
}

/** What Express cannot read is refused; anything else that is thrown is a bug of ours: 500. */
const refuseUnreadable: ErrorRequestHandler = (
  error: { readonly status?: number },
  _request,
  response,
  next,
) => (error.status !== undefined && error.status < 500 ? refuse(response, 400) : next(error));
