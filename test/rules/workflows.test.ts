import { expect, test } from 'vitest';
import { study } from '../../src/compile.ts';
import { Report } from '../../src/diagnostics/report.ts';
import { readWorkflows } from '../../src/frontends/arazzo/arazzo.ts';
import { workflows } from '../../src/rules/workflows.ts';
import { parseSource } from '../../src/source/parse.ts';
import { contract } from '../contract.ts';

const paths = `
  /books:
    post:
      operationId: createBook
      requestBody:
        content:
          application/json:
            schema: { type: object, required: [title], properties: { title: { type: string } } }
      responses:
        '201':
          description: Made.
          content:
            application/json:
              schema: { type: object, properties: { id: { type: string }, title: { type: string } } }
  /shelves/{shelf}/books/{book}:
    get:
      operationId: findBook
      parameters:
        - { name: shelf, in: path, required: true, schema: { type: integer } }
        - { name: book, in: path, required: true, schema: { type: string } }
        - { name: X-Reader, in: header, schema: { type: string } }
      responses: { '200': { description: There it is. }, '202': { description: Wait. } }
`;

/** The steps of a workflow, and what is around it, as an Arazzo document on the paths above. */
async function told(text: string) {
  const { api } = await contract(paths);
  const report = new Report();
  const document = `arazzo: 1.0.1\nsourceDescriptions: [{ name: shop, url: ./openapi.yaml, type: openapi }]\n${text}`;
  const source = parseSource({ document: 'flow.yaml', url: 'file:///flow.yaml', text: document }, report)!;
  const known = readWorkflows([source], api, report);
  const subject = study({ ...api, workflows: known }, api.operations, report);
  return { drafts: workflows(subject, report), problems: report.diagnostics };
}

const create = `
      - stepId: create
        operationId: createBook
        requestBody: { payload: { title: $inputs.title } }
        outputs: { id: $response.body#/id, title: $request.body#/title }`;

const flow = (steps: string, more = '') => `
workflows:
  - workflowId: findWhatWasMade
    summary: A book is made and found
    inputs: { type: object, properties: { title: { type: string, default: Emma }, shelf: { type: integer } } }
    ${more}
    steps:${steps}
`;

test('each step has what the steps before it gave', async () => {
  const { drafts, problems } = await told(
    flow(`${create}
      - stepId: find
        operationPath: '{$sourceDescriptions.shop.url}#/paths/~1shelves~1{shelf}~1books~1{book}/get'
        parameters:
          - { name: shelf, in: path, value: $inputs.shelf }
          - { name: book, in: path, value: $steps.create.outputs.id }
          - { name: X-Reader, in: header, value: ada }
        successCriteria:
          - condition: $statusCode == 200
          - condition: $response.body#/title == $steps.create.outputs.title && $response.body#/pages == 12`),
  );
  expect(problems).toEqual([]);
  expect(drafts).toMatchObject([
    {
      kind: 'workflow',
      strength: 'contract',
      title: 'goes through create and find',
      story: { key: 'find-what-was-made', heading: 'A book is made and found' },
      steps: [
        {
          call: { body: { value: { kind: 'literal', json: { title: 'Emma' } } } },
          expect: { status: { codes: [201] } },
          save: ['create'],
        },
        {
          call: {
            pathParameters: {
              members: {
                shelf: { kind: 'seed', name: 'shelf', type: 'integer' },
                book: { kind: 'part', of: 'saved', name: ['create'], pointer: '/id' },
              },
            },
            headers: { json: { 'X-Reader': 'ada' } },
          },
          expect: {
            status: { codes: [200] },
            containing: { kind: 'literal', json: { title: 'Emma', pages: 12 } },
          },
        },
      ],
    },
  ]);
});

test.each([
  ["{ condition: '$statusCode == 200 || $statusCode == 202' }", [200, 202]],
  ["{ condition: '^20[02]$', context: $statusCode, type: regex }", [200, 202]],
  ["{ condition: '^2..$', context: $statusCode, type: regex }", ['2XX']],
  ["{ condition: '$statusCode >= 200 && $statusCode < 300' }", ['2XX']],
])('a criterion on the status: %s', async (criterion, codes) => {
  const { drafts } = await told(
    flow(`
      - stepId: find
        operationId: $sourceDescriptions.shop.findBook
        successCriteria: [${criterion}]`),
  );
  expect(drafts).toMatchObject([{ steps: [{ expect: { status: { codes } } }] }]);
});

test('a criterion in a language of its own, and a turn, are gaps; the story is told', async () => {
  const { drafts } = await told(
    flow(`${create}
        successCriteria: [{ condition: '$.pages > 1', context: $response.body, type: jsonpath }]
        onFailure:
          - { name: again, type: retry, retryAfter: 1, retryLimit: 2 }
          - { name: stop, type: end }`),
  );
  expect(drafts.map((draft) => (draft.draft === 'gap' ? draft.code : draft.kind))).toEqual([
    'workflow',
    'workflow-turn',
    'unread-criterion',
  ]);
});

test('the steps of a workflow that is called, or depended on, come in its place', async () => {
  const { drafts, problems } = await told(`
workflows:
  - workflowId: make
    inputs: { type: object, properties: { title: { type: string, default: Emma } } }
    outputs: { id: $steps.create.outputs.id }
    steps: ${create}
  - workflowId: find
    dependsOn: [make]
    steps:
      - stepId: look
        operationId: findBook
        parameters: [{ name: book, in: path, value: $workflows.make.outputs.id }]
  - workflowId: both
    steps:
      - { stepId: first, workflowId: make }
      - stepId: look
        operationId: findBook
        parameters: [{ name: book, in: path, value: $steps.first.outputs.id }]
`);
  expect(problems).toEqual([]);
  const titles = drafts.map((draft) => (draft.draft === 'case' ? draft.title : draft.reason));
  expect(titles).toEqual([
    'goes through create',
    'goes through create and look',
    'goes through create and look',
  ]);
});

test.each([
  [
    '      - { stepId: a, operationId: nowhere }',
    'no operation, or more than one, has the operationId nowhere',
  ],
  [
    '      - { stepId: a, operationId: $sourceDescriptions.pets.createBook }',
    'there is no source description pets',
  ],
  ['      - { stepId: a, operationPath: "#/paths/~1x/get" }', 'there is no operation at #/paths/~1x/get'],
  [
    '      - { stepId: a, channelPath: "#/channels/x" }',
    'a step that sends or receives messages is not compiled',
  ],
  ['      - { stepId: a, workflowId: findWhatWasMade }', 'findWhatWasMade calls itself'],
  ['      - { operationId: createBook }', 'a step has no stepId'],
  [' []', 'it has no steps'],
])('a broken workflow is reported at its place: %s', async (steps, reason) => {
  const { drafts, problems } = await told(flow(steps.startsWith(' []') ? steps : `\n${steps}`));
  expect(drafts).toEqual([]);
  expect(problems).toMatchObject([{ code: 'arazzo/broken-workflow', place: { document: 'flow.yaml' } }]);
  expect(problems[0]!.message).toContain(reason);
});

test('a document that is no Arazzo description is an error', async () => {
  const report = new Report();
  const source = parseSource({ document: 'x.yaml', url: 'file:///x.yaml', text: 'arazzo: 2.0.0' }, report)!;
  const { api } = await contract(paths);
  expect(readWorkflows([source], api, report)).toEqual([]);
  expect(report.diagnostics).toMatchObject([{ code: 'arazzo/not-arazzo', severity: 'error' }]);
});
