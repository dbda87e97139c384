import type { Listing } from '../api/listings.ts';
import { identityPointer, type Resource } from '../api/resources.ts';
import { numberType, pointerTokens } from '../api/schema-shape.ts';
import type { Words } from '../api/words.ts';
import type { Call, Example, Step } from './model.ts';
import { isMade, type GoodRequest } from './requests.ts';
import { successOf } from './statuses.ts';
import type { Subject } from './subject.ts';
import { literal, locationPart, memberOf, object, replaced, savedPart, type Value } from './value.ts';

/** A thing that a story makes for itself, among others of its kind. */
export interface MadeThing {
  readonly given: readonly Example[];
  /** Makes it; its answer is kept. */
  readonly step: Step;
  readonly saved: Words;
  /** What tells it from others; as a number where it is one only when it is read so. */
  nameAs(type: 'integer' | 'number' | undefined): Value;
}

/**
 * A step of a story that makes a thing, where a good request makes one and says which.
 *
 * @param saved what the story calls it
 * @param body what is sent in place of the good request's own
 */
export function makeThing(
  saved: Words,
  resource: Resource,
  { subject, body }: { readonly subject: Subject; readonly body?: Value },
): MadeThing | undefined {
  const { create, identity, parameter, item } = resource;
  const request = create && subject.requests.good(create);
  if (!subject.isTested(create) || !isMade(request)) return undefined;
  const call: Call = body && request.body ? { ...request.call, body: request.body.wrap(body) } : request.call;
  const thing = (
    made: Partial<Pick<MadeThing, 'given'>> & Pick<MadeThing, 'nameAs'>,
    own = call,
  ): MadeThing => ({
    given: [],
    ...made,
    step: {
      call: own,
      expect: { status: successOf(create).status },
      makes: {},
      save: saved,
    },
    saved,
  });
  switch (identity?.from) {
    case 'answer':
      return thing({ nameAs: () => savedPart(saved, identity.pointer) });
    case 'location': {
      const where = { path: item, pointer: identityPointer(resource) };
      return thing({ nameAs: (type) => locationPart(saved, { ...where, ...(type && { type }) }) });
    }
    case 'path': {
      const name = [...saved, 'name'];
      const given: Value = { kind: 'given', name };
      const pathParameters = call.pathParameters ?? literal({});
      const value = memberOf(pathParameters, parameter);
      const named = { ...call, pathParameters: replaced(pathParameters, parameter, given) };
      return thing({ given: [{ name, value }], nameAs: () => given }, named);
    }
    case 'parent':
    case undefined:
      return undefined;
  }
}

/** What an item of the list contains that is the thing; undefined where the items do not say which things they are. */
export function asListed({ nameAs }: MadeThing, { key }: Listing, { api }: Subject): Value | undefined {
  return (
    key &&
    pointerTokens(key.pointer).reduceRight<Value>(
      (value, token) => object({ [token]: value }),
      nameAs(numberType(key.schema, api.schemas)),
    )
  );
}

/** The good request that makes the things of a list, where there is one. */
export function makerOf({ resource }: Listing, { requests, isTested }: Subject): GoodRequest | undefined {
  const create = resource?.create;
  const made = isTested(create) ? requests.good(create) : undefined;
  return isMade(made) ? made : undefined;
}
