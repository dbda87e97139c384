import { describe, expect, it } from 'vitest';
import { replace } from '../../src/rules/replace.ts';
import { life, type Life } from './life.ts';

/** What is to be forgotten, or why nothing is. */
async function forgotten(how: Life): Promise<unknown> {
  const drafts = (await life(how)).drafts(replace);
  const [gap] = drafts.filter((draft) => draft.draft === 'gap');
  if (gap) return `${gap.code}: ${gap.reason}`;
  const found = drafts.find((draft) => draft.draft === 'case' && draft.subject === '');
  const checks = found?.draft === 'case' ? found.steps.at(-1)?.expect.checks : undefined;
  return checks?.flatMap((check) =>
    check.kind === 'forgets' && check.members.kind === 'literal'
      ? Object.keys(check.members.json as object)
      : [],
  );
}

const only = (member: string): Life => ({ members: `title: { type: string }, ${member}` });

describe('replace', () => {
  it('forgets what is not sent again, and twice is once', async () => {
    const api = await life();
    expect(api.cases(replace)).toEqual([
      'notes forgets what it is not given again when it is replaced',
      'notes stays the same when it is replaced twice',
    ]);
    expect(api.drafts(replace)).toMatchObject([
      {
        strength: 'http',
        steps: [
          { call: { method: 'PUT' }, expect: { status: { codes: [200] } } },
          { call: { method: 'PUT' } },
          { call: { method: 'GET' }, expect: { checks: [{ kind: 'forgets', pointer: '' }] } },
        ],
      },
      {
        subject: 'idempotent',
        steps: [
          { call: { method: 'PUT' } },
          { call: { method: 'GET' }, save: ['once'] },
          { call: { method: 'PUT' } },
          { expect: { containing: { kind: 'without', path: { pointer: 'updatedAt' } } } },
        ],
      },
    ]);
    expect(await forgotten({})).toEqual(['text']);
  });

  it('is no creation of what is there', async () => {
    const api = await life({ answers: { replace: `'201': { description: Made. }` }, lacks: ['patch'] });
    expect(api.drafts(replace)).toMatchObject([
      { steps: [{ expect: { status: { codes: [200] } } }, {}, {}] },
      {},
    ]);
  });

  it.each([
    ['a flag', 'isDone: { type: boolean }'],
    ['a choice', 'colour: { type: string, enum: [red, green] }'],
    ['what is fixed once', 'code: { type: string, description: Cannot be changed. }'],
    ['what only a write has', 'word: { type: string, writeOnly: true }'],
    ['a default of its own', `size: { type: string, default: large, example: large }`],
    ['the end of a range', 'size: { type: integer, minimum: 5, maximum: 9, example: 5 }'],
    ['what servers have a default for', 'currency: { type: string, example: EUR }'],
    ['what changes by itself', 'version: { type: integer, example: 7 }'],
  ])('does not hold %s against it', async (_, member) => {
    expect(await forgotten(only(member))).toBeUndefined();
  });

  it('does not hold against it what may follow from another member', async () => {
    const members =
      'title: { type: string, example: Lost and found }, link: { type: string, example: lost-and-found }';
    expect(await forgotten({ members })).toBeUndefined();
  });

  it.each([
    [
      'says that it may have more',
      '{ type: object, additionalProperties: true, properties: { b: { type: string } } }',
    ],
    ['says nothing of it', '{ type: object }'],
  ])('does not compare two replacements in an object of which the contract %s', async (_, data) => {
    const note = `{ type: object, required: [data], properties: { data: ${data}, kind: { type: string } } }`;
    const api = await life({
      paths: `/marks/{name}:
  parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
  get: { responses: { '200': { description: It., content: { application/json: { schema: ${note} } } } } }
  put:
    operationId: putMark
    requestBody: { content: { application/json: { schema: ${note} } } }
    responses: { '200': { description: It. }, '201': { description: It. } }`,
    });
    const twice = api
      .drafts(replace)
      .find(
        (draft) => draft.draft === 'case' && draft.story?.key === 'marks' && draft.subject === 'idempotent',
      );
    expect(twice).toMatchObject({
      steps: [{}, {}, {}, { expect: { containing: { kind: 'without', path: { pointer: 'data' } } } }],
    });
  });

  it('asks nothing of a PUT that need not send the thing', async () => {
    const data = '{ type: object, properties: { a: { type: string } } }';
    const api = await life({
      paths: `/marks/{name}:
  parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
  get: { responses: { '200': { description: It., content: { application/json: { schema: { type: object, properties: { data: ${data} } } } } } } }
  put:
    operationId: putMark
    requestBody: { content: { application/json: { schema: { type: object, properties: { data: ${data}, rights: { type: string } } } } } }
    responses: { '200': { description: It. }, '201': { description: It. } }`,
    });
    expect(api.drafts(replace)).toContainEqual(
      expect.objectContaining({
        code: 'partial-put',
        reason: 'PUT /marks/{name} need not send data, and may leave it as it is then.',
      }),
    );
  });

  it.each([
    'description: Only the fields that are sent are changed.',
    'description: Only the relevant fields have to be provided.',
    'summary: Partial update',
    'description: Omitted members are left unchanged.',
  ])('asks nothing of a PUT that says: %s', async (text) => {
    expect(await forgotten({ replace: text })).toMatch(/^partial-put: The contract says/);
  });

  it('asks nothing of the only change where it demands no member', async () => {
    expect(await forgotten({ required: '[id]', lacks: ['patch'] })).toMatch(
      /^partial-put: .*demands no member/,
    );
    expect(await forgotten({ required: '[id]' })).toEqual(['title', 'text']);
  });

  describe('a PUT that creates as well', () => {
    const mark = '{ type: object, required: [a], properties: { a: { type: string }, b: { type: string } } }';
    const marks = (answers: string) =>
      life({
        paths: `/marks/{name}:
  parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
  get: { responses: { '200': { description: It., content: { application/json: { schema: ${mark} } } } } }
  put:
    operationId: putMark
    requestBody: { content: { application/json: { schema: ${mark} } } }
    responses: { ${answers} }`,
      });

    it('replaces what is there, under its name', async () => {
      const api = await marks(`'200': { description: It. }, '201': { description: It. }`);
      const name = { kind: 'part', of: 'fixture', name: ['mark'], pointer: '/name' };
      const put = { method: 'PUT', pathParameters: { members: { name } } };
      expect(api.drafts(replace).filter((draft) => draft.operation?.key === 'put-mark')).toMatchObject([
        {
          kind: 'replace',
          steps: [
            { call: put, expect: { status: { codes: [200] } } },
            { call: put, expect: { status: { codes: [200] } } },
            { expect: { checks: [{ kind: 'forgets', members: { json: { b: expect.any(String) } } }] } },
          ],
        },
        { subject: 'idempotent', steps: [{ call: put }, {}, { call: put }, {}] },
      ]);
    });

    it('is a gap where it promises nothing for what is there', async () => {
      const api = await marks(`'201': { description: It. }, '409': { description: It is there. }`);
      expect(api.drafts(replace)).toContainEqual(
        expect.objectContaining({ draft: 'gap', code: 'put-creates' }),
      );
    });
  });
});
