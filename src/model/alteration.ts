import type { Operation } from '../api/api.ts';
import { envelopeIn } from '../api/envelopes.ts';
import { isObject, type Json } from '../api/json.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import { answerSchema, type Resource } from '../api/resources.ts';
import { memberAt, members, parts, types } from '../api/schema-shape.ts';
import { kebab, wordsOf } from '../api/words.ts';
import { bodyMember } from './body-member.ts';
import { echo } from './echo.ts';
import { isMade, type GoodRequest } from './requests.ts';
import type { Subject } from './subject.ts';
import { thingIn } from './thing-in.ts';
import { literal } from './value.ts';
import { isVolatile } from './volatile.ts';

/** One member of a thing that a write may change, and a good value that no thing that was created has there. */
export interface Alteration {
  /** In the body, without its leading slash: `title`, `article/title`. */
  readonly pointer: string;
  /** In the answer of a read, likewise. */
  readonly shown: string;
  readonly value: Json;
  /** All such values that are known, that one first. */
  readonly values: readonly Json[];
  /** Whether the request sends that value there as it is. */
  readonly isSent: boolean;
}

interface Context {
  readonly resource: Resource;
  readonly read: Operation;
  readonly subject: Subject;
}

/** What a request may alter best; undefined: nothing. */
export function alterationOf(request: GoodRequest, context: Context): Alteration | undefined {
  return alterationsOf(request, context).at(0);
}

/**
 * What a request may alter, the best first: a text or a number that a read shows as it was sent, and that nothing else hangs
 * on. No name or state (servers make others of them, or refuse a change), nothing that is made when the suite runs.
 */
export function alterationsOf(
  request: GoodRequest,
  { resource, read, subject }: Context,
): readonly Alteration[] {
  const { requests, api, sent } = subject;
  const { body } = request;
  const answer = answerSchema(read);
  if (body?.kind !== 'json' || body.schema === undefined || answer === undefined) return [];
  const { create } = resource;
  const olds = [create && requests.good(create), create && requests.maximal(create)]
    .filter((made) => isMade(made))
    .map((made) => thingIn(made, resource, subject));
  const envelope = envelopeIn(answer, resource.name, api.schemas) ?? '';
  const found = namesIn(body.schema, resource, subject).flatMap((name) => {
    const member = bodyMember(request, { name, thing: resource.name, requests });
    if (member === undefined || isHeld(name, member.schema, subject)) return [];
    if (member.value !== undefined && member.value.kind !== 'literal') return [];
    const own = member.value?.json;
    const values = [own, ...similar(own ?? olds.at(-1)?.[name], member.schema, subject)].filter(
      (json): json is Json =>
        json !== undefined &&
        !isObject(json) &&
        !Array.isArray(json) &&
        json !== null &&
        olds.every((old) => json !== old[name]) &&
        member.accepts(json) &&
        echo({ value: literal({ [name]: json }), json: { [name]: json }, envelope }, answer, sent.schemas) !==
          undefined,
    );
    const [value] = values;
    if (value === undefined) return [];
    const shown = `${envelope}/${name}`.slice(1);
    return [
      {
        pointer: member.pointer,
        shown,
        value,
        values,
        isSent: value === own,
        rank: rankOf(member.schema, subject),
      },
    ];
  });
  return found
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ rank: _rank, ...alteration }) => alteration);
}

function namesIn(schema: JsonSchema, { name }: Resource, { sent }: Subject): readonly string[] {
  const envelope = envelopeIn(schema, name, sent.schemas) ?? '';
  return [...members(memberAt(schema, envelope, sent.schemas), sent.schemas).keys()];
}

const held =
  /(^|-)(ids?|uuid|key|slug|status|state|type|kind|role|password|secret|token|version|email|login|username)$/;

function isHeld(name: string, schema: JsonSchema, { sent }: Subject): boolean {
  return held.test(kebab(wordsOf(name))) || isVolatile(name, schema, sent.schemas);
}

/** Values like a good one: which of them are good is for the schema to say. */
function similar(good: Json | undefined, schema: JsonSchema, { sent }: Subject): readonly Json[] {
  const shapes = parts(schema, sent.schemas);
  const choices = shapes.flatMap((shape) => shape.enum ?? []);
  if (choices.length > 0) return choices;
  if (shapes.some(({ format }) => format !== undefined) && typeof good === 'string') return [];
  switch (typeof good) {
    case 'string':
      return [`${good} 2`.trim(), `${good}-2`, `${good}2`];
    case 'number':
      return [good + 1, good - 1, good * 2];
    default:
      return [];
  }
}

/** Free texts first, then numbers, then what has a form, then a choice of few. */
function rankOf(schema: JsonSchema, { sent }: Subject): number {
  const shapes = parts(schema, sent.schemas);
  if (shapes.some((shape) => shape.enum !== undefined || shape.const !== undefined)) return 3;
  if (!types(schema, sent.schemas).includes('string')) return 1;
  return shapes.some(({ format, pattern }) => format !== undefined || pattern !== undefined) ? 2 : 0;
}
