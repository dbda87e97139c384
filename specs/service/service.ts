import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import { readBody } from './body.ts';
import { readBytes } from './bytes.ts';
import { operationsOf, type Node, type ServedOperation } from './contract.ts';
import { judgeOfRequests, type Judge } from './judge.ts';
import { readParameters } from './parameters.ts';
import { notFound, problem, unauthorized, type Reply } from './reply.ts';

/** Who calls, as far as a guard has to know. */
export interface Caller {
  readonly id: string;
  readonly role: string;
}

/** A request that keeps the contract: its parameters (by name) and its body are read and checked. */
export interface ServiceRequest {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly caller: Caller | undefined;
  /** Path and query as they came. */
  readonly url: string;
}

export type Handler = (request: ServiceRequest) => Reply | Promise<Reply>;

/** A contract and what stands behind it. */
export interface Service {
  readonly contract: Node;
  /** By operationId. */
  readonly handlers: Readonly<Record<string, Handler>>;
  /** Who the Authorization header speaks for; nobody when it is wrong. */
  readonly identify: (authorization: string) => Caller | undefined;
  /** Changes an answer on its way out, whatever it answers. */
  readonly send?: (reply: Reply, request: Request) => Reply;
}

/**
 * An Express app that serves a contract. In this order: 405 with Allow for a method that the path does not declare,
 * 401, 403, 404 for a path parameter that could not be, 400 for another wrong parameter, 413, 400, 415 and 422 for a
 * wrong body, and then the answer of the handler. Nothing is sent that the handlers do not answer: no ETag is made up.
 */
export function createApp(service: Service): Express {
  const judge = judgeOfRequests(service.contract);
  const operations = operationsOf(service.contract);
  const app = express();
  const change = service.send ?? ((reply: Reply) => reply);
  app.disable('x-powered-by').disable('etag').enable('case sensitive routing').enable('strict routing');
  for (const path of new Set(operations.map((operation) => operation.path))) {
    const declared = operations.filter((operation) => operation.path === path);
    const route = app.route(path.replaceAll(/\{(\w+)\}/g, ':$1'));
    for (const operation of declared) {
      const answer = answerer(operation, service, judge);
      route[operation.method](async (request, response) =>
        send(response, change(await answer(request), request)),
      );
    }
    const refusal = refuserOf(declared);
    route.all((request, response) => send(response, change(refusal(request.method), request)));
  }
  app.use((_request, response) => send(response, notFound('path')));
  app.use(refuseUnreadable);
  return app;
}

function answerer(operation: ServedOperation, service: Service, judge: Judge) {
  const handler = service.handlers[operation.id];
  if (!handler) throw new Error(`Nothing handles ${operation.id}`);
  return async (request: Request): Promise<Reply> => {
    const { authorization } = request.headers;
    const caller = authorization === undefined ? undefined : service.identify(authorization);
    const stopped = guard(operation, caller, authorization);
    if (stopped) return stopped;
    const raw = { path: request.params, query: request.query, headers: request.headers };
    const { values, wrong, wrongPath } = readParameters(operation.parameters, raw, judge);
    if (wrongPath.length > 0) return notFound('thing');
    if (wrong.length > 0) return problem(400, 'A parameter breaks the contract.', wrong);
    const read = operation.body
      ? await readBody(request.headers['content-type'], await readBytes(request), {
          body: operation.body,
          judge,
        })
      : { value: undefined };
    if ('refusal' in read) return read.refusal;
    return handler({ parameters: values, body: read.value, caller, url: request.originalUrl });
  };
}

/** The refusal of a caller who may not call, if it is one. */
function guard(
  { roles }: ServedOperation,
  caller: Caller | undefined,
  authorization: string | undefined,
): Reply | undefined {
  if (roles.length === 0) return undefined;
  if (!caller) {
    return authorization === undefined
      ? unauthorized('Log in first.')
      : unauthorized('The credentials are not good.', 'Bearer realm="itc", error="invalid_token"');
  }
  const mayCall = roles.some((alternative) => alternative.every((role) => role === caller.role));
  return mayCall ? undefined : problem(403, `This is not for the role ${caller.role}.`);
}

/** Answers methods that a path does not declare, always with Allow (RFC 9110 §10.2.1, §15.5.6). */
function refuserOf(declared: readonly ServedOperation[]) {
  const methods = declared.map(({ method }) => method.toUpperCase());
  const heads = methods.includes('GET') ? ['HEAD'] : [];
  const Allow = [...methods, ...heads, 'OPTIONS'].sort().join(', ');
  return (method: string): Reply => {
    const reply = method === 'OPTIONS' ? { status: 204 } : problem(405, `${method} is not for this path.`);
    return { ...reply, headers: { ...reply.headers, Allow } };
  };
}

/** A path with a broken escape names nothing. Anything else that is thrown is a bug of ours: 500. */
const refuseUnreadable: ErrorRequestHandler = (error: unknown, _request, response, next) =>
  error instanceof URIError ? send(response, notFound('path')) : next(error);

function send(response: Response, reply: Reply): void {
  response.status(reply.status).set(reply.headers ?? {});
  if (reply.bytes) response.end(reply.bytes);
  else if (reply.body === undefined) response.end();
  else {
    if (!response.hasHeader('Content-Type')) response.set('Content-Type', 'application/json');
    response.end(JSON.stringify(reply.body));
  }
}
