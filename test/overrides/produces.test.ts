import { describe, expect, it } from 'vitest';
import { compiled } from './compiled.ts';

const shelves = `openapi: 3.1.0
info: { title: Shelves, version: 1.0.0 }
paths:
  /rooms/open:
    post:
      operationId: openRoom
      responses:
        '200':
          description: Open.
          content:
            application/json:
              schema: { type: object, properties: { shelves: { type: array, items: { type: object, properties: { no: { type: integer } } } } } }
  /shelf-lists:
    post:
      operationId: listShelves
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [shelf_ids], properties: { shelf_ids: { type: array, minItems: 1, items: { type: integer } } } } } } }
      responses: { '200': { description: They. }, '400': { description: Refused. } }
  /report:
    get:
      operationId: report
      parameters: [{ name: shelf_id, in: query, required: true, schema: { type: integer } }]
      responses: { '200': { description: It. }, '400': { description: Refused. } }
`;

describe('what the owner says produces something', () => {
  it.each([
    'produces: { shelf_id: open-room#/shelves/0/no }',
    'operations: { openRoom: { produces: { shelf_id: /shelves/0/no } } }',
  ])('is called for it: %s', async (said) => {
    const { model, cases, problems } = await compiled(said, shelves);
    expect(problems).toEqual([]);
    expect(model.fixtures).toMatchObject([
      {
        name: ['shelf'],
        summary: 'A shelf, created by POST /rooms/open.',
        call: { operation: 'open-room' },
        expect: { having: ['/shelves/0/no'] },
      },
    ]);
    const [step] = cases.get('report/happy')!.steps;
    expect(step!.call.query).toMatchObject({
      members: { shelf_id: { kind: 'part', of: 'fixture', name: ['shelf'], pointer: '/shelves/0/no' } },
    });
    expect(model.dependencies).toEqual([
      {
        operation: 'list-shelves',
        need: { in: 'body', name: 'shelf_id', pointer: '/shelf_ids/0' },
        producer: 'open-room',
        identity: { from: 'body', pointer: '/shelves/0/no' },
        by: 'configuration',
        confidence: 'certain',
      },
      {
        operation: 'report',
        need: { in: 'query', name: 'shelf_id' },
        producer: 'open-room',
        identity: { from: 'body', pointer: '/shelves/0/no' },
        by: 'configuration',
        confidence: 'certain',
      },
    ]);
  });

  it('comes before the container of the path', async () => {
    const { model } = await compiled('produces: { bookId: create-book#/version }');
    expect(model.dependencies).toMatchObject([
      { operation: 'get-book', identity: { pointer: '/version' }, by: 'configuration' },
    ]);
  });

  it.each([
    ['open-rom#/shelves', 'No operation is called open-rom. Did you mean open-room?'],
    ['open-room#/shelfs', 'POST /rooms/open has no answer with /shelfs. Did you mean /shelves?'],
  ])('is there: %s', async (source, problem) => {
    const { problems } = await compiled(`produces: { shelf_id: '${source}' }`, shelves);
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });

  it('is an operation and a JSON Pointer', async () => {
    const { problems } = await compiled('produces: { shelf_id: open-room }', shelves);
    expect(problems).toEqual([expect.stringMatching(/^itc\.yaml:3:\d+ error config\/invalid/)]);
  });
});
