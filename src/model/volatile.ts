import type { JsonSchema, Schemas } from '../api/json-schema.ts';
import { remembered } from '../api/remembered.ts';
import { members, parts, types } from '../api/schema-shape.ts';
import { kebab, wordsOf } from '../api/words.ts';
import { escapeToken } from '../source/place.ts';

/** When something was last done to a thing: `updatedAt`, `last_modified`, `date-modified`, `lastLogin`. */
const whenChanged =
  /^(?:last-)?(?:updated?|modified|modification|changed|edited)(?:-(?:at|on|by|date|time|timestamp|utc))?$|^last-(?:update|accessed|access|seen|viewed|used|active|activity|visited|visit|synced|sync|refreshed|login|log-in|sign-in)(?:-(?:at|on|date|time|timestamp|utc))?$|^(?:accessed|viewed|synced|refreshed)-(?:at|on)$|^(?:date|time)-(?:updated|modified|changed)$|^mtime$/;

/** What belongs to an answer more than to the thing: when it was made, and for which request. */
const ofTheAnswer = /^(?:etag|e-tag|now|server-time|current-time|request-id|trace-id)$/;

/** What counts writes or reads; a number, or what the server keeps: a `version` that the caller writes as text is data. */
const counting =
  /^(?:(?:lock-|resource-|object-|row-)?version|revision|rev|generation|sequence|views|hits|visits|downloads|(?:view|hit|visit|download|access|read|request)s?-count|uptime)$/;

/** What runs by the clock where the server keeps it; a person's `age` is data. */
const byTheClock = /^(?:age|ttl|expires-in|remaining|elapsed)$/;

/** Points in time that stay: those of the beginning. */
const beginning =
  /\b(?:created?|creation|registered|registration|joined|added|inserted|born|birth|opened|issued)\b/;

/** Whether a member is called after the beginning of a thing, which nothing changes: `createdAt`. */
export function isOfTheBeginning(name: string): boolean {
  return beginning.test(kebab(wordsOf(name)).replaceAll('-', ' '));
}

/**
 * Whether a member changes by itself, or because something else was done: two answers about the same thing may differ in
 * it, and neither is wrong. Counters, versions, and points in time other than that of the creation.
 *
 * What the owner of the API says comes first: `volatile` in itc.yaml, or `x-itc-volatile` (docs/overrides.md). What is built
 * in goes by the member's name, and by `readOnly` with the format of a point in time; in doubt a member is volatile, which
 * may miss a fault, and never invents one.
 *
 * @param schema of the member, as the contract or either direction has it
 */
export function isVolatile(name: string, schema: JsonSchema, schemas: Schemas): boolean {
  const shapes = parts(schema, schemas);
  const said = shapes.map((shape) => shape['x-itc-volatile']).find((flag) => flag !== undefined);
  if (said !== undefined) return said;
  const words = kebab(wordsOf(name));
  if (whenChanged.test(words) || ofTheAnswer.test(words)) return true;
  const isKept = shapes.some(({ readOnly }) => readOnly === true);
  const isNumber = types(schema, schemas).some((type) => type === 'integer' || type === 'number');
  if (counting.test(words) && (isKept || isNumber)) return true;
  if (!isKept) return false;
  const isTime = shapes.some(({ format }) => format === 'date-time' || format === 'time');
  return byTheClock.test(words) || (isTime && !isOfTheBeginning(name));
}

/** How deep into an answer volatile members are looked for. */
const depth = 6;

/**
 * The volatile members of an answer, as JSON Pointers (`/updatedAt`, `/data/views`), the outermost of each branch, in the
 * schema's order: what a comparison of two answers leaves out. Items of arrays are not looked into: a list has no
 * pointers that hold for each of its items.
 */
export function volatileMembers(answer: JsonSchema | undefined, schemas: Schemas): readonly string[] {
  return typeof answer === 'object' ? volatileIn(answer, schemas) : [];
}

const volatileIn = remembered((answer, schemas): readonly string[] => {
  const inside = (schema: JsonSchema, prefix: string, level: number): readonly string[] =>
    level > depth || typeof schema === 'boolean'
      ? []
      : membersOf(schema, schemas).flatMap(({ token, member, isChanging }) =>
          isChanging ? [`${prefix}/${token}`] : inside(member, `${prefix}/${token}`, level + 1),
        );
  return inside(answer, '', 1);
});

interface Member {
  /** Its name, as a JSON Pointer has it. */
  readonly token: string;
  readonly member: JsonSchema;
  readonly isChanging: boolean;
}

/** Answers of one API are made of the same things, again and again. */
const membersOf = remembered((schema, schemas): readonly Member[] =>
  [...members(schema, schemas)].map(([name, member]) => ({
    token: escapeToken(name),
    member,
    isChanging: isVolatile(name, member, schemas),
  })),
);
