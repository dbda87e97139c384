import type { Operation } from '../api/api.ts';
import { isArray, isObject, type Json } from '../api/json.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import { bodyDepth, itemName } from '../api/dependencies.ts';
import { isCredential, isLogIn } from '../api/log-in.ts';
import { identityPointer } from '../api/resources.ts';
import type { Role } from '../api/roles.ts';
import { members, numberType, parts } from '../api/schema-shape.ts';
import { escapeToken } from '../source/place.ts';
import { array, fixturePart, literal, object, type Value } from './value.ts';
import type { Requests } from './requests.ts';
import { saidSeedOf } from './seeds.ts';
import { isStranger } from './strangers.ts';
import { mustBeUnique, saysWhatIsUnique, uniqueLike } from './unique.ts';

interface Sample {
  readonly json: Json;
  readonly schema: JsonSchema;
  /** Whether the contract shows it as an example: then all of it means something there. */
  readonly isShown: boolean;
  /** JSON Pointers of the members that are as their owner gives them. */
  readonly given?: ReadonlySet<string>;
  /** What the thing that is changed has already, by JSON Pointer (see `keptMembers`). */
  readonly kept?: ReadonlyMap<string, Value>;
}

/**
 * A sample of a body as a value: identities of other things come from fixtures, or from the setup file where nobody makes
 * such things; and what must be unique becomes so when the suite runs, or, in a change, stays what it is.
 */
export function atRunTime(
  requests: Requests,
  operation: Operation,
  { json, schema, isShown, given = new Set(), kept = new Map() }: Sample,
): Value {
  const { schemas } = requests.context.sent;
  return spell(json, schema, {
    requests,
    operation,
    isShown,
    isTold: saysWhatIsUnique(schema, schemas),
    logsIn: isLogIn(operation, schemas),
    given,
    kept,
    pointer: '',
    depth: 0,
  });
}

interface Context {
  readonly requests: Requests;
  readonly operation: Operation;
  readonly isShown: boolean;
  /** Whether the contract says which members of the body are unique. */
  readonly isTold: boolean;
  /** Whether the operation checks who somebody is. */
  readonly logsIn: boolean;
  readonly given: ReadonlySet<string>;
  /** What the thing that is changed has already, by JSON Pointer. */
  readonly kept: ReadonlyMap<string, Value>;
  /** Where in the body the value stands. */
  readonly pointer: string;
  readonly depth: number;
}

function spell(json: Json, schema: JsonSchema, context: Context): Value {
  const { schemas } = context.requests.context.sent;
  if (context.depth >= bodyDepth) return literal(json);
  const inside = { ...context, depth: context.depth + 1 };
  if (isArray(json)) {
    const items = parts(schema, schemas).find((part) => part.items !== undefined)?.items ?? true;
    return array(json.map((item, index) => spell(item, items, below(inside, String(index)))));
  }
  if (!isObject(json)) return literal(json);
  const declared = members(schema, schemas);
  return object(
    Object.fromEntries(
      Object.entries(json).map(([name, member]) => [
        name,
        spellMember(name, member, { ...below(inside, name), schema: declared.get(name) ?? true }),
      ]),
    ),
  );
}

function below(context: Context, name: string): Context {
  return { ...context, pointer: `${context.pointer}/${escapeToken(name)}` };
}

function spellMember(name: string, json: Json, context: Context & { readonly schema: JsonSchema }): Value {
  const { requests, operation, schema } = context;
  const { api, dependencies, sent } = requests.context;
  if (context.given.has(context.pointer)) return literal(json);
  const said = saidSeedOf(api, name, schema);
  if (said) return said;
  const kept = context.kept.get(context.pointer);
  if (kept) return kept;
  if (isArray(json)) return spellItems(name, json, context);
  if (isObject(json)) return spell(json, schema, context);
  if (context.logsIn && isCredential(name, schema, sent.schemas))
    return { kind: 'seed', name, example: json };
  const dependency = dependencies.producerOf(operation, { in: 'body', name, schema });
  const fixture = dependency && requests.fixture(dependency.resource);
  if (fixture) return fixturePart(fixture.name, identityPointer(dependency.resource));
  const role = ownRole(name, context);
  if (!role && !context.isShown && isStranger(name, schema, sent)) return seedOf(name, schema, context);
  if (role && role.does !== 'create' && requests.fixture(role.resource))
    return fixturePart(role.resource.name, identityPointer(role.resource));
  if (!role && !mustBeUnique({ name, schema, isTold: context.isTold }, operation, sent.schemas))
    return literal(json);
  return uniqueLike(json, (value) => sent.validator.isValid(schema, value)) ?? literal(json);
}

function seedOf(name: string, schema: JsonSchema, { requests }: Context): Value {
  const type = numberType(schema, requests.context.sent.schemas);
  return { kind: 'seed', name, ...(type && { type }) };
}

/** A list, whose scalars may be identities: of `book_ids` each is a `book_id`. */
function spellItems(
  name: string,
  json: readonly Json[],
  context: Context & { readonly schema: JsonSchema },
): Value {
  const { requests, operation } = context;
  const { dependencies, sent } = requests.context;
  const schema = parts(context.schema, sent.schemas).find((part) => part.items !== undefined)?.items ?? true;
  const dependency = dependencies.producerOf(operation, { in: 'body', name: itemName(name), schema });
  const isUnknown = !context.isShown && !dependency && isStranger(itemName(name), schema, sent);
  return array(
    json.map((item, index): Value => {
      const inside = below(context, String(index));
      if (context.given.has(inside.pointer)) return literal(item);
      if (isObject(item) || isArray(item)) return spell(item, schema, inside);
      const fixture = dependency && requests.fixture(dependency.resource);
      if (fixture) return fixturePart(fixture.name, identityPointer(dependency.resource));
      return isUnknown ? seedOf(itemName(name), schema, context) : literal(item);
    }),
  );
}

/**
 * What an operation does to the thing whose identity a body's member is: where the thing is created, the caller chooses
 * it; where it is changed, the member says what the path says.
 */
function ownRole(name: string, { requests, operation, depth }: Context): Role | undefined {
  const role = requests.context.roles.get(operation.key);
  const isOwn =
    role?.resource.identity?.from === 'answer' && identityPointer(role.resource) === `/${escapeToken(name)}`;
  return isOwn && depth === 1 ? role : undefined;
}
