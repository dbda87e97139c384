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

const found = (criteria: string) =>
  told(
    flow(`${create}
        successCriteria: [${criteria}]`),
  );

// Of what the contract promises anyway, that the answer is an object and its id a text, nothing is said again.
const id = (schema: object) => ({ required: ['id'], properties: { id: schema } });

test.each([
  [
    "{ condition: '$response.body#/pages > 1 && $statusCode == 201' }",
    { required: ['pages'], properties: { pages: { type: 'number', exclusiveMinimum: 1 } } },
  ],
  ['{ condition: $response.body#/id != 7 }', { not: id({ const: 7 }) }],
  ["{ condition: $response.body#/id == 'b1' }", id({ pattern: '^[bB]1$' })],
  [
    "{ condition: \"$response.body#/id == '1' || !($response.body#/id == '2')\" }",
    { anyOf: [id({ const: '1' }), { not: id({ const: '2' }) }] },
  ],
  ["{ condition: '^b', context: $response.body#/id, type: regex }", id({ pattern: '^b' })],
  [
    "{ condition: '$[?@ == 1]', context: $response.body, type: jsonpath }",
    { not: { additionalProperties: { not: { const: 1 } } } },
  ],
  [
    "{ condition: '$[?@ == 1]', context: $response.body#/tags, type: { type: jsonpath, version: draft } }",
    {
      required: ['tags'],
      properties: {
        tags: {
          anyOf: [
            { type: 'array', contains: { const: 1 } },
            { type: 'object', not: { additionalProperties: { not: { const: 1 } } } },
          ],
        },
      },
    },
  ],
])('a criterion that a schema says: %s', async (criterion, schema) => {
  const { drafts } = await found(criterion);
  expect(drafts).toMatchObject([
    { steps: [{ expect: { status: { codes: [201] }, checks: [{ kind: 'meets', of: 'body', schema }] } }] },
  ]);
});

test.each([
  ['{ condition: $response.header.X-Total >= 3 }', { type: 'number', minimum: 3 }],
  ["{ condition: $response.header.X-Kind == 'a.b' }", { type: 'string', pattern: String.raw`^[aA]\.[bB]$` }],
  ["{ condition: '^W/', context: $response.header.ETag, type: regex }", { type: 'string', pattern: '^W/' }],
])('a criterion on a header: %s', async (criterion, schema) => {
  const { drafts } = await found(criterion);
  expect(drafts).toMatchObject([
    { steps: [{ expect: { checks: [{ kind: 'meets', of: 'header', schema }] } }] },
  ]);
});

test('all criteria are met at once', async () => {
  const { drafts } = await found(
    "{ condition: $statusCode < 300 }, { condition: '$statusCode > 200 && $statusCode != 204' }",
  );
  expect(drafts).toMatchObject([{ steps: [{ expect: { status: { codes: [201] } } }] }]);
});

test.each([
  [
    "{ condition: '//id', context: $response.body, type: xpath }",
    'it is XPath, and no answer is looked at as XML',
  ],
  ["{ condition: '$.pages > 1', context: $response.body, type: jsonpath }", 'it is no JSONPath (RFC 9535)'],
  ["{ condition: '$.id', type: jsonpath }", 'it has no context'],
  ['{ condition: $response.body#/id }', 'it is no condition of Arazzo'],
  ["{ condition: '($statusCode == 201' }", 'it is no condition of Arazzo'],
  [
    "{ condition: '$statusCode == 201 || $response.body#/id == 7' }",
    'it asks for $statusCode, which is no part of the answer',
  ],
  ["{ condition: $response.header.X-Kind != 'a' }", 'it is met by an answer without the header, too'],
  [
    '{ condition: $response.body#/pages > $inputs.shelf }',
    'it compares with $inputs.shelf, which only a run knows',
  ],
  ["{ condition: $response.body#/id > 'a' }", 'it compares the order of what is no number'],
  [
    "{ condition: '^b', context: $response.body, type: regex }",
    'it looks at $response.body, which is no text by the contract',
  ],
  ['{ condition: $statusCode >= 500 }', 'it leaves no status with which a story goes on'],
  ['{ condition: $statusCode == 201 }, { condition: $statusCode == 202 }', 'it leaves no status'],
  ["{ condition: $url == 'x' }", 'it asks for $url, which is no part of the answer'],
])('a criterion that is a gap, and why: %s', async (criteria, reason) => {
  const { drafts } = await found(criteria);
  expect(drafts).toMatchObject([{ kind: 'workflow' }, { code: 'unread-criterion' }]);
  expect(drafts[1]).toHaveProperty('reason', expect.stringContaining(`is not checked: ${reason}.`));
});

const wait = (actions: string, more = '') =>
  told(
    flow(
      `${create}
      - stepId: find
        operationId: findBook
        ${actions}
      - { stepId: look, operationId: findBook }`,
      more,
    ),
  );
const words = ({ drafts }: Awaited<ReturnType<typeof told>>) =>
  drafts.map((draft) => (draft.draft === 'gap' ? draft.reason : draft.title));

test('a step that is tried again waits for its answer', async () => {
  const { drafts } = await wait(
    "onFailure: [{ name: again, type: retry, retryAfter: 0.5, retryLimit: 4, criteria: [{ condition: '$statusCode == 503 || $statusCode == 202' }] }, { name: stop, type: end }]",
  );
  expect(drafts).toMatchObject([
    { steps: [{}, { until: { times: 4, seconds: 0.5, on: [202, 503] } }, { call: {} }] },
  ]);
  const { drafts: once } = await wait('onFailure: [{ name: again, type: retry }]');
  expect(once).toMatchObject([{ steps: [{}, { until: { times: 1, seconds: 0 } }, {}] }]);
});

test.each([
  [
    'onSuccess: [{ name: done, type: end }]',
    ['goes through create and find', 'The step look is not on the straight way.'],
  ],
  ['onSuccess: [{ name: on, type: goto, stepId: look }]', ['goes through create, find and look']],
  [
    'onSuccess: [{ name: back, type: goto, stepId: create }]',
    [
      'goes through create and find',
      'The step find goes back to create: a story does not go round.',
      'The step look is not on the straight way.',
    ],
  ],
  [
    'onSuccess: [{ name: on, type: goto, stepId: look, criteria: [{ condition: $statusCode == 200 }] }]',
    ['goes through create, find and look', 'onSuccess on may goto: a story goes straight on.'],
  ],
  [
    'onFailure: [{ name: other, type: goto, stepId: look }]',
    ['goes through create, find and look', 'onFailure other may goto: a story goes straight on.'],
  ],
  [
    'onFailure: [{ name: again, type: retry, criteria: [{ condition: $response.body#/a == 1 }] }]',
    [
      'goes through create, find and look',
      'The step find is tried again whether $response.body#/a == 1 is met or not.',
    ],
  ],
  ['onFailure: [{ name: stop, type: end }]', ['goes through create, find and look']],
])('what follows a step: %s', async (actions, expected) => {
  expect(words(await wait(actions))).toEqual(expected);
});

test('actions that all steps share are no straight way', async () => {
  expect(
    words(
      await wait('description: It is there.', 'successActions: [{ name: on, type: goto, stepId: look }]'),
    ),
  ).toEqual(['goes through create, find and look', 'successActions on may goto: a story goes straight on.']);
});

test('a step that leads to no other step breaks its workflow', async () => {
  const { drafts, problems } = await wait('onSuccess: [{ name: on, type: goto, stepId: nowhere }]');
  expect(drafts).toEqual([]);
  expect(problems[0]!.message).toContain('there is no step nowhere');
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
