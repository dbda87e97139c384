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
      ['no identity', { status: 201, body: { name: 'a' } }, '  - body.id is missing'],
      ['an identity that is null', { status: 201, body: { id: null } }, '  - body.id is missing'],
    ],
    { asked: 'accepted(201, having="/id").body["id"] == 7', id: { from: 'body', pointer: '/id' } },
  );
  it.each(cases)('judges $why', ({ problems, made }) => expect(made().problems).toEqual(problems));
  it('lets the thing be removed', () => expect(cases[0]!.made().removed).toEqual(['DELETE /things/7']));
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
