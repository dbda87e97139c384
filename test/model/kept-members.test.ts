import { describe, expect, it } from 'vitest';
import { happy } from '../../src/rules/happy.ts';
import { lifecycle } from '../../src/rules/lifecycle.ts';
import { unknownThing } from '../../src/rules/unknown-thing.ts';
import type { Draft } from '../../src/model/draft.ts';
import type { Value } from '../../src/model/value.ts';
import { kebab } from '../../src/api/words.ts';
import { isMade } from '../../src/model/requests.ts';
import { contract } from '../contract.ts';
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

const nameOf = (value: Value) => (value.kind === 'example' ? value.name : []);

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

  it.each([
    ['is new where the answer need not have it', '[id]', 'unique'],
    ['stays where the answer says of nothing that it must', '[]', 'part'],
  ])('%s', async (_, required, kind) => {
    const properties = 'name: { type: string, description: Unique. }, text: { type: string }';
    const body = `requestBody: { content: { application/json: { schema: { type: object, required: [name, text], properties: { ${properties} } } } } }`;
    const answer = (status: number) =>
      `responses: { '${status}': { description: It., content: { application/json: { schema: { type: object, required: ${required}, properties: { id: { type: string }, ${properties} } } } } } }`;
    const api = await contract(`
      /keys:
        post: { operationId: createKey, ${body}, ${answer(201)} }
      /keys/{id}:
        parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
        get: { operationId: getKey, ${answer(200)} }
        put: { operationId: putKey, ${body}, ${answer(200)} }
    `);
    const made = api.subject.requests.good(api.operation('put-key'));
    const value = isMade(made) && api.subject.requests.examples.get(kebab(nameOf(made.body!.value)))?.value;
    expect(value).toMatchObject({ members: { name: { kind } } });
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
