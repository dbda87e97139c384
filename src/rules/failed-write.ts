import type { Operation } from '../api/api.ts';
import type { Resource } from '../api/resources.ts';
import { alterationOf } from '../model/alteration.ts';
import { gap, type Draft } from '../model/draft.ts';
import { lifeOf } from '../model/life.ts';
import type { Call } from '../model/model.ts';
import { isMade } from '../model/requests.ts';
import { sameAs } from '../model/sameness.ts';
import { refusalOf, successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import { at, changed, literal, without } from '../model/value.ts';
import type { Rule } from './rule.ts';

/**
 * A refused change changes nothing: read, a PUT or PATCH with one wrong member, read again. Nobody writes that into a
 * contract, and everybody relies on it: a convention. What a refused create leaves behind is a matter of `failedCreate`.
 */
export const failedWrite: Rule = (subject) => subject.resources.flatMap((resource) => of(resource, subject));

const before = ['before'];

function of(resource: Resource, subject: Subject): readonly Draft[] {
  const { read, create } = resource;
  if (!subject.isTested(read) || create === undefined || subject.requests.fixture(resource) === undefined)
    return [];
  return [resource.replace, resource.update]
    .filter((write) => subject.isTested(write))
    .filter((write) => write !== create)
    .flatMap((write) => refused(write, read, { resource, subject }));
}

interface Context {
  readonly resource: Resource;
  readonly subject: Subject;
}

function refused(write: Operation, read: Operation, { resource, subject }: Context): readonly Draft[] {
  const look = subject.requests.good(read);
  const same = sameAs(before, read, subject.api.schemas);
  const call = wrong(write, read, { resource, subject });
  if (!isMade(look) || same === undefined || call === undefined) {
    const path = `${write.method} ${write.path}`;
    return [gap(write, 'no-refusal', `That a refused ${path} changes nothing is not tested: nothing tells.`)];
  }
  const seen = successOf(read).status;
  return [
    {
      draft: 'case',
      operation: resource.create!,
      story: lifeOf(resource),
      kind: 'failed-write',
      subject: write.method.toLowerCase(),
      title: `is as it was after a refused ${write.method}`,
      strength: 'convention',
      steps: [
        { call: look.call, expect: { status: seen }, makes: {}, save: before },
        { call, expect: { status: refusalOf(write, 'invalid').status } },
        { call: look.call, expect: { status: seen, containing: same } },
      ],
      place: write.place,
    },
  ];
}

/**
 * A request with one member wrong and another one changed: the last that can be wrong, since a server that writes member
 * by member has then written the others. Bounds first: formats are what servers overlook most.
 */
function wrong(write: Operation, read: Operation, { resource, subject }: Context): Call | undefined {
  for (const group of ['bounds', 'value', 'type'] as const)
    for (const { request, deviations } of subject.deviations.of(write, subject).bodies.toReversed()) {
      const { body, call } = request;
      const deviation = deviations.findLast((one) => one.pointer !== '' && one.group === group);
      if (body === undefined || deviation === undefined) continue;
      const { pointer, change } = deviation;
      const other = alterationOf(request, { resource, read, subject });
      const isOther = other !== undefined && !other.isSent && !pointer.startsWith(other.pointer);
      const base = isOther ? changed(body.value, at(other.pointer), literal(other.value)) : body.value;
      const value =
        change.kind === 'with'
          ? changed(base, at(pointer), literal(change.value))
          : without(base, at(pointer));
      return { ...call, body: body.wrap(value) };
    }
  return undefined;
}
