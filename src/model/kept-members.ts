import type { Operation } from '../api/api.ts';
import { envelopeIn } from '../api/envelopes.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import { answerSchema, identityPointer, type Resource } from '../api/resources.ts';
import { memberAt, members, parts } from '../api/schema-shape.ts';
import { escapeToken } from '../source/place.ts';
import type { Value } from './value.ts';
import type { GoodRequest, Requests } from './requests.ts';
import { thingIn } from './thing-in.ts';
import { mustBeUnique, saysWhatIsUnique } from './unique.ts';
import { fixturePart } from './value.ts';

/**
 * What a PUT or PATCH sends as the thing has it already, by JSON Pointer into its body: the members that must be unique. To
 * many servers such a name is what the thing is known by, and cannot be changed, or leads to it from then on (RFC 9110 §9.3.4
 * promises neither).
 *
 * A member is kept where the creation of the thing sends it and its answer always has it. None is kept where there is nothing
 * else to change.
 */
export function keptMembers(
  requests: Requests,
  operation: Operation,
  body: JsonSchema,
): ReadonlyMap<string, Value> {
  const { roles, sent } = requests.context;
  const role = roles.get(operation.key);
  if (role?.does !== 'replace' && role?.does !== 'update') return nothing;
  const { resource } = role;
  const shown = shownByCreation(requests, resource);
  const fixture = shown.size > 0 ? requests.fixture(resource) : undefined;
  if (fixture === undefined) return nothing;
  const envelope = envelopeIn(body, resource.name, sent.schemas) ?? '';
  const thing = memberAt(body, envelope, sent.schemas) ?? true;
  const own = [...members(thing, sent.schemas).keys()].filter(
    (name) => !identityPointer(resource).endsWith(`/${escapeToken(name)}`),
  );
  const unique = own.filter((name) => isUnique(name, { thing, operation, resource, requests }));
  if (unique.length === own.length) return nothing;
  return new Map(
    unique.flatMap((name) => {
      const pointer = shown.get(name);
      return pointer === undefined
        ? []
        : [[`${envelope}/${escapeToken(name)}`, fixturePart(fixture.name, pointer)] as const];
    }),
  );
}

const nothing: ReadonlyMap<string, Value> = new Map();

/**
 * The members that the good request of a creation sends and its answer has, and where: those that it requires; where it
 * requires nothing whatever, those that it declares.
 */
function shownByCreation(requests: Requests, resource: Resource): ReadonlyMap<string, string> {
  const { create, identity, name } = resource;
  const made = creating(requests, resource);
  const answer = create && answerSchema(create);
  if (made === undefined || answer === undefined || identity?.from !== 'answer') return new Map();
  const { api, sent } = requests.context;
  const envelope = envelopeIn(answer, name, api.schemas) ?? '';
  const shape = memberAt(answer, envelope, api.schemas);
  const declared = members(shape, api.schemas);
  const always = parts(shape, api.schemas).flatMap(({ required = [] }) => required);
  return new Map(
    Object.keys(thingIn(made, resource, { sent })).flatMap((member) => {
      const schema = declared.get(member);
      const isShown =
        schema !== undefined &&
        (always.length === 0 || always.includes(member)) &&
        parts(schema, api.schemas).every(({ writeOnly }) => writeOnly !== true);
      return isShown ? [[member, `${envelope}/${escapeToken(member)}`] as const] : [];
    }),
  );
}

function creating(requests: Requests, { create }: Resource): GoodRequest | undefined {
  const made = create && requests.good(create);
  return made !== undefined && 'call' in made ? made : undefined;
}

interface Changed {
  /** The object that has the members. */
  readonly thing: JsonSchema;
  readonly operation: Operation;
  readonly resource: Resource;
  readonly requests: Requests;
}

/** Whether the change or the creation of the thing tells that it must be unique. */
function isUnique(name: string, { thing, operation, resource, requests }: Changed): boolean {
  const { schemas } = requests.context.sent;
  const schema = members(thing, schemas).get(name) ?? true;
  const told = [thing, creating(requests, resource)?.body?.schema ?? true].some((one) =>
    saysWhatIsUnique(one, schemas),
  );
  return [operation, resource.create!].some((one) =>
    mustBeUnique({ name, schema, isTold: told }, one, schemas),
  );
}
