import { describe, expect, it } from 'vitest';
import { failedCreate } from '../../src/rules/failed-create.ts';
import { contract } from '../contract.ts';
import type { Draft } from '../../src/model/draft.ts';

interface Notes {
  /** More lines of the list, and members of a note. */
  readonly list?: string;
  readonly members?: string;
  readonly required?: string;
  readonly items?: string;
  readonly lacks?: 'list';
}

const usual = 'title: { type: string, maxLength: 40 }, pages: { type: integer, maximum: 900 }';

function notes({ list = '', members = usual, required = '[title, pages]', items, lacks }: Notes) {
  const note = `{ type: object, required: ${required}, properties: { id: { type: string, readOnly: true }, ${members} } }`;
  const answer = (status: number, schema: string) =>
    `responses: { '${status}': { description: It., content: { application/json: { schema: ${schema} } } }, '400': { description: No. } }`;
  return contract(`
/notes:
  post:
    operationId: createNote
    requestBody: { required: true, content: { application/json: { schema: ${note} } } }
    ${answer(201, note)}
  ${lacks === 'list' ? '' : `get: { operationId: listNotes, ${list} ${answer(200, `{ type: array, items: ${items ?? note} }`)} }`}
/notes/{noteId}:
  parameters: [{ name: noteId, in: path, required: true, schema: { type: string } }]
  get: { operationId: readNote, ${answer(200, note)} }
`);
}

const reasons = (drafts: readonly Draft[]) =>
  drafts.map((draft) =>
    draft.draft === 'gap' ? draft.reason.replace(/.* is not looked for: /, '') : draft.title,
  );

const parameters = (...names: readonly string[]) =>
  `parameters: [${names.map((name) => `{ name: ${name}, in: query, schema: { type: integer } }`).join(', ')}],`;

describe('failedCreate', () => {
  it('looks for the word of a refused request in the list', async () => {
    const drafts = (await notes({})).drafts(failedCreate);
    expect(drafts).toMatchObject([
      {
        kind: 'failed-write',
        subject: 'create',
        title: 'is not there after a refused POST',
        strength: 'convention',
        given: [{ name: ['word'], value: { kind: 'unique', template: 'itcword########' } }],
        steps: [
          {
            call: {
              method: 'POST',
              body: {
                value: {
                  path: { pointer: 'pages' },
                  of: { path: { pointer: 'title' }, value: { kind: 'given' } },
                },
              },
            },
            expect: { status: { codes: [400] } },
          },
          {
            call: { method: 'GET', path: '/notes' },
            expect: {
              checks: [{ kind: 'lacks', pointer: '', item: { members: { title: { kind: 'given' } } } }],
            },
          },
        ],
      },
    ]);
  });

  it('goes by what must be unique rather than by a word in a text', async () => {
    const members =
      'title: { type: string }, email: { type: string, format: email }, pages: { type: integer, maximum: 9 }';
    const [draft] = (await notes({ members, required: '[title, email, pages]' })).drafts(failedCreate);
    expect(draft).toMatchObject({ given: [{ value: { kind: 'unique' } }] });
    expect(draft).toMatchObject({
      steps: [{}, { expect: { checks: [{ item: { members: { email: {} } } }] } }],
    });
  });

  it('goes through all pages', async () => {
    const drafts = (await notes({ list: parameters('limit', 'offset') })).drafts(failedCreate);
    expect(drafts).toMatchObject([{ steps: [{}, { walk: { next: { by: 'offset' } } }] }]);
  });

  it.each<[string, Notes]>([
    ['no list would show it', { lacks: 'list' }],
    ['nothing leads to the last page of GET /notes', { list: parameters('limit') }],
    [
      'GET /notes may leave it out, as',
      { list: 'parameters: [{ name: state, in: query, schema: { type: string, default: open } }],' },
    ],
    [
      'no item of GET /notes shows a text that it alone would have',
      { items: '{ type: object, properties: { id: { type: string } } }' },
    ],
  ])('makes a gap where %s', async (reason, how) => {
    const [found] = reasons((await notes(how)).drafts(failedCreate));
    expect(found).toMatch(new RegExp(`^${reason}`));
  });

  it('looks under the name that the caller has chosen', async () => {
    const it = `{ description: It., content: { application/json: { schema: { type: object, properties: { a: { type: string, maxLength: 9 } } } } } }`;
    const api = await contract(`
      /marks/{name}:
        parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
        get: { operationId: readMark, responses: { '200': ${it}, '404': { description: None. } } }
        put:
          operationId: putMark
          requestBody: { required: true, content: { application/json: { schema: { type: object, required: [a], properties: { a: { type: string, maxLength: 9 } } } } } }
          responses: { '201': ${it}, '400': { description: No. } }
    `);
    expect(api.drafts(failedCreate)).toMatchObject([
      {
        title: 'is not there after a refused PUT',
        steps: [
          { call: { method: 'PUT', pathParameters: { members: { name: { kind: 'given' } } } } },
          { call: { method: 'GET' }, expect: { status: { codes: [404] } } },
        ],
      },
    ]);
  });
});
