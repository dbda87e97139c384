import type { Operation } from '../api/api.ts';
import { isObject } from '../api/json.ts';
import { answerSchema, type Resource } from '../api/resources.ts';
import { members } from '../api/schema-shape.ts';
import { a } from '../api/roles.ts';
import { gap, noRequest, type Draft } from '../model/draft.ts';
import { lifeOf } from '../model/life.ts';
import { isMade, type GoodRequest } from '../model/requests.ts';
import { successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import { mustBeUnique, saysWhatIsUnique } from '../model/unique.ts';
import { at, changed, savedPart } from '../model/value.ts';
import { escapeToken } from '../source/place.ts';
import type { Rule } from './rule.ts';

/**
 * What must be unique cannot be taken from another: a PUT or PATCH with the value of another thing is a conflict (409, RFC
 * 9110 §15.5.10). Where the contract declares the 409 and says what is unique.
 */
export const taken: Rule = (subject) =>
  subject.resources.flatMap((resource) =>
    [resource.replace, resource.update]
      .filter((change) => subject.isTested(change))
      .filter((change) => change !== resource.create)
      .flatMap((change) => of(change, resource, subject)),
  );

const other = ['other'];

function of(change: Operation, resource: Resource, subject: Subject): readonly Draft[] {
  const conflict = change.responses.find(({ status }) => status === '409');
  const { create } = resource;
  if (conflict === undefined || !subject.isTested(create)) return [];
  const { requests } = subject;
  const [made, good] = [requests.good(create), requests.maximal(change) ?? requests.good(change)];
  if (!isMade(made) || !isMade(good) || good.body === undefined || requests.fixture(resource) === undefined)
    return [noRequest(change)];
  const name = uniqueMember(good, change, { create, subject });
  if (name === undefined) {
    const reason = `The contract does not say what of ${a(resource.name)} must be unique.`;
    return [gap(change, 'no-conflict', reason, conflict.place)];
  }
  const pointer = escapeToken(name);
  const value = changed(good.body.value, at(pointer), savedPart(other, `/${pointer}`));
  return [
    {
      draft: 'case',
      operation: create,
      story: lifeOf(resource),
      kind: 'duplicate',
      subject: change.method.toLowerCase(),
      title: `does not take the ${name} of another by ${change.method}`,
      strength: 'contract',
      steps: [
        { call: made.call, expect: { status: successOf(create).status }, save: other },
        { call: { ...good.call, body: good.body.wrap(value) }, expect: { status: { codes: [409] } } },
      ],
      place: conflict.place,
    },
  ];
}

interface Context {
  readonly create: Operation;
  readonly subject: Subject;
}

/** A member that the contract calls unique, which the answer to a create shows. */
function uniqueMember(
  { body }: GoodRequest,
  change: Operation,
  { create, subject }: Context,
): string | undefined {
  const { schemas } = subject.sent;
  const { schema = true, made, kind } = body!;
  if (kind !== 'json' || !isObject(made) || !saysWhatIsUnique(schema, schemas)) return undefined;
  const shown = members(answerSchema(create) ?? true, subject.api.schemas);
  return [...members(schema, schemas)].find(
    ([name, member]) =>
      Object.hasOwn(made, name) &&
      shown.has(name) &&
      mustBeUnique({ name, schema: member, isTold: true }, change, schemas),
  )?.[0];
}
