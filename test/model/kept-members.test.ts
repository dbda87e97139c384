import { describe, expect, it } from 'vitest';
import { happy } from '../../src/rules/happy.ts';
import { lifecycle } from '../../src/rules/lifecycle.ts';
import { unknownThing } from '../../src/rules/unknown-thing.ts';
import type { Draft } from '../../src/model/draft.ts';
import type { Value } from '../../src/model/value.ts';
import { kebab } from '../../src/api/words.ts';
import { life, type Life } from '../rules/life.ts';

const named = 'name: { type: string, maxLength: 40, description: Unique. }, text: { type: string }';
const notes: Life = { members: named, required: '[id, name]' };

/** What the bodies of the cases of an operation have as the name, in the order of the cases. */
async function namesIn(how: Life, method: string, rule = happy): Promise<readonly (Value | undefined)[]> {
  const api = await life(how);
  const sends = (draft: Draft) => (draft.draft === 'case' ? draft.steps : []);
  const bodies = api
    .drafts(rule)
    .flatMap(sends)
    .filter(({ call }) => call.method === method)
    .flatMap(({ call }) => call.body?.value ?? []);
  const { examples } = api.subject.requests;
  return bodies.map((value) => {
    const meant = value.kind === 'example' ? examples.get(kebab(value.name))!.value : value;
    return meant.kind === 'object' ? meant.members['name'] : undefined;
  });
}

const asTheThing = { kind: 'part', of: 'fixture', name: ['note'], pointer: '/name' };

describe('what must be unique, in a change', () => {
  it('is new in a creation and stays as it is in a PUT or PATCH', async () => {
    expect(await namesIn(notes, 'POST')).toMatchObject([{ kind: 'unique' }, { kind: 'unique' }]);
    expect(await namesIn(notes, 'PUT')).toMatchObject([asTheThing, asTheThing]);
    expect(await namesIn(notes, 'PATCH')).toMatchObject([asTheThing, asTheThing]);
  });

  it('stays where only the creation tells that it is unique', async () => {
    const told: Life = {
      members: 'name: { type: string, maxLength: 40 }, text: { type: string }',
      required: '[id, name]',
      answers: { create: "'409': { description: The name is taken. }" },
    };
    expect(await namesIn(told, 'PUT')).toMatchObject([asTheThing, asTheThing]);
  });

  it('is new where there is nothing else to change', async () => {
    const members = 'name: { type: string, maxLength: 40, description: Unique. }';
    expect(await namesIn({ ...notes, members }, 'PUT')).toMatchObject([{ kind: 'unique' }]);
  });

  it('is new where the creation does not send it', async () => {
    expect(await namesIn({ ...notes, required: '[id, text]' }, 'PUT')).toMatchObject([
      undefined,
      { kind: 'unique' },
    ]);
  });

  it('is new in a change of what nobody has made', async () => {
    expect(await namesIn(notes, 'PUT', unknownThing)).toMatchObject([{ kind: 'unique' }]);
  });

  it('is that of the thing of a story', async () => {
    const [draft] = (await life(notes)).drafts(lifecycle);
    const put = draft?.draft === 'case' ? draft.steps.find(({ call }) => call.method === 'PUT') : undefined;
    expect(put?.call.body?.value).toMatchObject({
      kind: 'example',
      about: { fixture: ['note'], saved: ['created'] },
    });
  });
});
