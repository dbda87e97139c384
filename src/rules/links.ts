import type { Link, Operation, Response } from '../api/api.ts';
import type { Json } from '../api/json.ts';
import { isJson } from '../api/resources.ts';
import { memberAt, parts, pointerTokens } from '../api/schema-shape.ts';
import { expressionIn, meaningOf, textWith, type Told } from '../model/expressions.ts';
import type { Call } from '../model/model.ts';
import { isMade, type GoodRequest } from '../model/requests.ts';
import { alwaysAnswers } from '../model/always-has.ts';
import { slots } from '../model/parameter-cases.ts';
import { gap, noRequest, type Draft } from '../model/draft.ts';
import type { Statuses } from '../model/expectation.ts';
import { successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import { literal, replaced, type Value } from '../model/value.ts';
import { escapeToken } from '../source/place.ts';
import type { Rule } from './rule.ts';

/**
 * Every link of an answer can be followed (OpenAPI 3.1 §4.8.20): a good request, and then the operation that the link
 * names, with what its runtime expressions say and for the rest as a good request has it. A contract's promise.
 *
 * What a link takes from its own request is followed only where it is the same each time it is made; and a link of an
 * answer that is no success belongs to a request that nobody can bring about at will.
 */
export const links: Rule = (subject) =>
  subject.operations.flatMap((operation) =>
    operation.responses.flatMap((response) =>
      response.links.map((link) => follow(link, { operation, response, subject })),
    ),
  );

interface Context {
  readonly operation: Operation;
  readonly response: Response;
  readonly subject: Subject;
}

const saved = ['answer'];

function follow(link: Link, { operation, response, subject }: Context): Draft {
  const untold = (code: string, reason: string) => gap(operation, code, reason, link.place);
  const status = answeredWith(response, operation);
  if (status === undefined)
    return untold(
      'no-success',
      `The link ${link.name} belongs to an answer that no good request brings about.`,
    );
  const target = subject.operations.find(({ key }) => key === link.operation);
  if (target === undefined)
    return untold('not-selected', `The link ${link.name} leads to ${link.operation}, which is not tested.`);
  const [first, next] = [subject.requests.good(operation), subject.requests.good(target)];
  if (!isMade(first) || !isMade(next))
    return noRequest(operation, { of: isMade(first) ? target : operation, at: link.place });
  const astray = saysOf(link).find((said) => leadsAstray(said, response, subject));
  if (astray !== undefined) {
    const reason = `The link ${link.name} says ${astray}, and the schema of the answer has a list there.`;
    return untold('contradiction', reason);
  }
  const call = linked(link, target, {
    request: next,
    told: { call: first.call, saved },
    from: { operation, status },
    subject,
  });
  if (typeof call === 'string')
    return untold('unread-expression', `The link ${link.name} says ${call}, which a suite cannot know.`);
  const success = successOf(target);
  return {
    draft: 'case',
    operation,
    kind: 'links',
    subject: link.name,
    title: `can be followed by its link ${link.name}`,
    strength: success.strength,
    steps: [
      { call: first.call, expect: { status }, save: saved },
      { call, expect: { status: success.status } },
    ],
    place: link.place,
  };
}

function saysOf({ parameters, body }: Link): readonly string[] {
  return [...Object.values(parameters), body].filter((said) => typeof said === 'string');
}

/** Whether an expression asks a list for a member: what the schema of the answer rules out, no answer can have. */
function leadsAstray(said: string, { contents }: Response, { api }: Subject): boolean {
  const pointer = /^\$response\.body#(.*)$/s.exec(expressionIn(said) ?? '')?.[1];
  const schema = contents.find(({ mediaType }) => isJson(mediaType))?.schema;
  if (pointer === undefined || schema === undefined) return false;
  const tokens = pointerTokens(pointer);
  return tokens.some((token, index) => {
    const owner = memberAt(
      schema,
      tokens
        .slice(0, index)
        .map((one) => `/${escapeToken(one)}`)
        .join(''),
      api.schemas,
    );
    const types = owner === undefined ? [] : parts(owner, api.schemas).flatMap(({ type }) => type ?? []);
    return types.length > 0 && types.every((type) => type === 'array') && !/^\d+$/.test(token);
  });
}

/** The statuses of the answer that has the link, where it is a success. */
function answeredWith({ status }: Response, operation: Operation): Statuses | undefined {
  if (/^2\d\d$/.test(status)) return { codes: [Number(status)] };
  return status === '2XX' || status === 'default' ? successOf(operation).status : undefined;
}

interface Way {
  readonly request: GoodRequest;
  readonly told: Told;
  /** Where the link stands. */
  readonly from: { readonly operation: Operation; readonly status: Statuses };
  readonly subject: Subject;
}

/** What an expression means. Of what a right answer may lack there is nothing to follow then: the case is pending. */
function toldBy(expression: string, { told, from, subject }: Omit<Way, 'request'>): Value | undefined {
  const value = meaningOf(expression, told, subject.requests.examples);
  if (value?.kind !== 'part' || value.of !== 'saved' || value.in !== 'body' || value.pointer === '')
    return value;
  const isSure = alwaysAnswers(value.pointer, { ...from, answered: subject.answered });
  return isSure ? value : { ...value, optional: true };
}

/** The call that a link describes; else the expression that a suite cannot know. */
function linked(link: Link, target: Operation, { request, told, from, subject }: Way): Call | string {
  const valueOf = (said: Json): Value | undefined => {
    if (typeof said !== 'string') return literal(said);
    const expression = expressionIn(said);
    if (expression !== undefined) return toldBy(expression, { told, from, subject });
    return textWith(said, (inside) => toldBy(inside, { told, from, subject }));
  };
  let { call } = request;
  for (const [name, said] of Object.entries(link.parameters)) {
    const value = valueOf(said);
    if (value === undefined) return String(said);
    const taken = target.parameters.find((one) => `${one.in}.${one.name}` === name || one.name === name);
    if (taken === undefined) return `${name}, a parameter that ${target.method} ${target.path} does not have`;
    const slot = slots[taken.in];
    call = { ...call, [slot]: replaced(call[slot] ?? literal({}), taken.name, value) };
  }
  if (link.body === undefined || request.body === undefined) return call;
  const body = valueOf(link.body);
  return body === undefined ? String(link.body) : { ...call, body: request.body.wrap(body) };
}
