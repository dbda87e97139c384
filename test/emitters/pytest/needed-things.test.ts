import { beforeAll, describe, expect, it } from 'vitest';
import type { Cleanup } from '../../../src/model/promises.ts';
import { promised, runOwn, type Answered } from './own-suite.ts';

const thing = { 'application/json': { type: 'object', required: ['id', 'name'] } } as const;

interface Made {
  readonly problems: readonly string[];
  /** What was called besides. */
  readonly removed: readonly string[];
}

/** Makes a thing for each answer, and asks the same of all of them, in one run. */
async function making(
  answers: readonly Answered[],
  { asked, id }: { readonly asked: string; readonly id: Cleanup['parameters'][string] },
): Promise<readonly Made[]> {
  const cleanup: Cleanup = { method: 'DELETE', path: '/things/{id}', parameters: { id } };
  const promises = { ...promised({ 201: thing }), cleanup };
  const { verdicts, received } = await runOwn({
    contract: {
      operations: Object.fromEntries(answers.map((_, index) => [`POST /things/made-${index}`, promises])),
    },
    answer: ({ line }) =>
      line.startsWith('POST') ? answers[Number(/\d+$/.exec(line)![0])]! : { status: 204 },
    tests: answers
      .map(
        (_, index) =>
          `def test_${index}(api):\n    made = api.post("/things/made-${index}")\n    assert made.${asked}\n`,
      )
      .join('\n\n'),
  });
  const lines = received.map(({ line }) => line);
  return answers.map((_, index) => {
    const start = lines.indexOf(`POST /things/made-${index}`) + 1;
    const next = lines.findIndex((line, position) => position >= start && line.startsWith('POST'));
    const message = verdicts.find(({ test }) => test.endsWith(`::test_${index}`))?.message ?? 'no such test';
    return {
      problems: message.split('\n').filter((line) => line.startsWith('  - ')),
      removed: lines.slice(start, next === -1 ? undefined : next),
    };
  });
}

/** Runs before the tests of a group, and gives what became of each case. */
function each<Case>(
  cases: readonly (readonly [Case, Answered, ...string[]])[],
  how: Parameters<typeof making>[1],
) {
  let found: readonly Made[] = [];
  beforeAll(async () => {
    found = await making(
      cases.map(([, answered]) => answered),
      how,
    );
  }, 60_000);
  return cases.map(([why, , ...problems], index) => ({ why, problems, made: () => found[index]! }));
}

describe('accepted', () => {
  const cases = each(
    [
      ['what is not as it was promised, besides', { status: 201, body: { id: 7 } }],
      ['another status', { status: 404, body: {} }, '  - status is 404, expected 201'],
      ['no identity', { status: 201, body: { name: 'a' } }, '  - body.id is missing, which the test needs'],
      [
        'an identity that is null',
        { status: 201, body: { id: null } },
        '  - body.id is null, and the test needs it',
      ],
      ['a list', { status: 201, body: [7] }, '  - body is [7], without id, which the test needs'],
      ['a text', { status: 201, body: 'made' }, '  - body is "made", without id, which the test needs'],
      [
        'what is no JSON',
        { status: 201, headers: { 'Content-Type': 'application/json' }, body: '{"id": ' },
        '  - body is no JSON: Expecting value: line 1 column 8 (char 7)',
      ],
    ],
    { asked: 'accepted(201, having="/id").body["id"] == 7', id: { from: 'body', pointer: '/id' } },
  );
  it.each(cases)('judges $why', ({ problems, made }) => expect(made().problems).toEqual(problems));
  it('lets the thing be removed', () => expect(cases[0]!.made().removed).toEqual(['DELETE /things/7']));
});

describe('having', () => {
  const schema = {
    type: 'object',
    properties: { next: { type: 'string' }, items: { type: 'array' } },
  } as const;
  const contract = { operations: { 'GET /things': promised({ 200: { 'application/json': schema } }) } };
  let messages: readonly (string | undefined)[] = [];
  let outcomes: readonly string[] = [];
  beforeAll(async () => {
    const { verdicts } = await runOwn({
      contract,
      answer: () => ({ status: 200, body: { items: [], owner: 7 } }),
      tests: [
        `import itc_support`,
        `def test_member(api):\n    api.get("/things").conforms(200, having=("/items", "/next"))\n`,
        `def test_deep(api):\n    api.get("/things").conforms(200, having="/owner/id")\n`,
        `def test_item(api):\n    api.get("/things").conforms(200, having="/items/0/id")\n`,
        `def test_wanted(api):\n    assert itc_support.wanted(api.get("/things").body, "/owner") == 7\n    itc_support.wanted(api.get("/things").body, "/next")\n`,
      ].join('\n\n'),
    });
    outcomes = verdicts.map(({ outcome }) => outcome);
    messages = verdicts.map(({ message }) => message);
  }, 60_000);

  it('says what is missing, with the exchange, as any failure does', () => {
    expect(messages[0]).toContain('GET /things breaks the contract at openapi.yaml:9:9');
    expect(messages[0]).toContain('  - body.next is missing, which the test needs\n\n> curl -X GET');
    expect(messages[0]).toContain('< 200 OK\n< {"items":[],"owner":7}');
    expect(messages[1]).toContain('  - body.owner is 7, without id, which the test needs');
  });

  it('leaves a test pending where a list is too short, or where a right answer may lack what is wanted', () => {
    expect(outcomes).toEqual(['failed', 'failed', 'skipped', 'skipped']);
    expect(messages[2]).toContain(
      'pending: body.items of GET /things has 0 items, and the test needs item 0',
    );
    expect(messages[3]).toContain('body.next is missing');
  });
});

describe('located', () => {
  const to = (location: string) => ({ status: 201, headers: { Location: location } });
  const cases = each(
    [
      ['a path', to('/things/7')],
      ['more in front, and a slash', to('/v1/things/7/')],
      ['a whole URL', to('https://elsewhere.example/things/7?new')],
      ['no header', { status: 201 }, '  - header Location is missing'],
      ['another path', to('/others/7'), '  - header Location is "/others/7", which is no /things/{id}'],
      ['no number', to('/things/new'), '  - header Location is "/things/new", whose id is no number'],
    ],
    {
      asked: 'accepted(201).located("/things/{id}", int) == {"id": 7}',
      id: { from: 'location', path: '/things/{id}', name: 'id' },
    },
  );
  it.each(cases)('reads $why', ({ problems, made }) => expect(made().problems).toEqual(problems));
  it('lets the thing be removed', () => expect(cases[1]!.made().removed).toEqual(['DELETE /things/7']));
});

describe('lacks', () => {
  const cases = each(
    [
      ['another item', { status: 201, body: { items: [{ id: 8 }] } }],
      ['no item', { status: 201, body: { items: [] } }],
      [
        'the item',
        { status: 201, body: { items: [{ id: 8 }, { id: 7, name: 'a' }] } },
        '  - body.items[1] is still there: {"id":7}',
      ],
      ['what is no array', { status: 201, body: { items: 7 } }, '  - body.items is no array'],
      ['nothing there', { status: 201, body: {} }, '  - body.items is no array'],
    ],
    { asked: 'lacks({"id": 7}, at="/items")', id: { from: 'body', pointer: '/id' } },
  );
  it.each(cases)('sees $why', ({ problems, made }) => expect(made().problems).toEqual(problems));
});
