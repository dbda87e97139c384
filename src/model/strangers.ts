import { namesAnotherThing } from '../api/dependencies.ts';
import { isArray, isObject, type Json } from '../api/json.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import { isScalar, members, parts } from '../api/schema-shape.ts';
import { wordsOf } from '../api/words.ts';
import type { Direction } from './subject.ts';

/** Things that a caller names as it likes. */
const ownWords: ReadonlySet<string> = new Set([
  'client',
  'correlation',
  'custom',
  'device',
  'external',
  'idempotency',
  'reference',
  'request',
  'trace',
  'tracking',
]);

/** Finds out whether some operation makes what a member names. */
export type HasProducer = (name: string, schema: JsonSchema) => boolean;

/**
 * Whether a member names a thing (`accountId`) that nobody makes and that the contract shows nothing of: a made-up value
 * would name nothing, and a right server would refuse it.
 */
export function isStranger(name: string, schema: JsonSchema, { schemas }: Direction): boolean {
  if (!namesAnotherThing(name) || wordsOf(name).some((word) => ownWords.has(word))) return false;
  const isShown = parts(schema, schemas).some(
    (part) =>
      part.enum !== undefined ||
      part.const !== undefined ||
      part.default !== undefined ||
      (part.examples ?? []).length > 0,
  );
  return !isShown && isScalar(schema, schemas);
}

/** A made value without the optional members that are strangers, where the schema lets them go. */
export function withoutStrangers(
  json: Json,
  schema: JsonSchema,
  { sent, hasProducer }: { readonly sent: Direction; readonly hasProducer: HasProducer },
): Json {
  let hasDropped = false;
  const clean = (value: Json, shape: JsonSchema): Json => {
    if (isArray(value)) {
      const items = parts(shape, sent.schemas).find((part) => part.items !== undefined)?.items;
      return items === undefined ? value : value.map((item) => clean(item, items));
    }
    if (!isObject(value)) return value;
    const declared = members(shape, sent.schemas);
    const required = new Set(parts(shape, sent.schemas).flatMap((part) => part.required ?? []));
    const isDropped = (name: string) => {
      const member = declared.get(name);
      const isStrange =
        member !== undefined &&
        !required.has(name) &&
        isStranger(name, member, sent) &&
        !hasProducer(name, member);
      hasDropped ||= isStrange;
      return isStrange;
    };
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => !isDropped(name))
        .map(([name, member]) => [name, clean(member, declared.get(name) ?? true)]),
    );
  };
  const cleaned = clean(json, schema);
  return hasDropped && sent.validator.isValid(schema, cleaned) ? cleaned : json;
}
