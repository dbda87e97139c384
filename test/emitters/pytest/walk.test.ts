import { describe, expect, it } from 'vitest';
import { promised, runOwn, type Answered } from './own-suite.ts';

const any = { 'application/json': true };
const contract = { operations: { 'GET /things': promised({ 200: any, 404: any }) } };

type Asked = Readonly<Record<'limit' | 'offset' | 'page' | 'cursor', number>>;
type Serve = (asked: Asked, count: number) => readonly number[] | Answered;

const things = (ids: readonly number[]) => ids.map((id) => ({ id }));

/** The problems, and the findings, of a walk through a list, and how many pages were asked for. */
async function walked(
  serve: Serve,
  { by = 'offset="offset"', checks = '' }: { readonly by?: string; readonly checks?: string } = {},
) {
  const tests = `
def test_own(api):
    walk = api.walk(
        "/things", query={"limit": 2}, key="/id", size="limit", most=50, ${by}
    )
    walk.conforms(200)${checks}
`;
  const { verdicts, received } = await runOwn({
    contract,
    answer: ({ line }, count) => {
      const query = new URL(line.split(' ')[1]!, 'http://localhost').searchParams;
      const number = (name: string) => Number(query.get(name) ?? Number.NaN);
      const asked = {
        limit: number('limit'),
        offset: number('offset'),
        page: number('page'),
        cursor: number('cursor'),
      };
      const served = serve(asked, count);
      return Array.isArray(served) ? { status: 200, body: things(served as number[]) } : (served as Answered);
    },
    tests,
  });
  const [{ message = '', outcome } = {}] = verdicts;
  const problems = message.split('\n').filter((line) => line.startsWith('  - '));
  return { outcome, problems, pages: received.length };
}

const ids = [5, 4, 3, 2, 1];
const cut = (all: readonly number[], { limit, offset }: Asked) =>
  all.slice(Number.isNaN(offset) ? 0 : offset, (Number.isNaN(offset) ? 0 : offset) + limit);

describe('a walk', () => {
  it('goes from page to page until one is empty', async () => {
    expect(await walked((asked) => cut(ids, asked))).toMatchObject({ outcome: 'passed', pages: 4 });
  });

  it('ends where a page beyond the last is not found', async () => {
    const serve: Serve = ({ page, limit }) =>
      (page || 1) > 3
        ? { status: 404, body: {} }
        : cut(ids, { limit, offset: ((page || 1) - 1) * 2 } as Asked);
    expect(await walked(serve, { by: 'page="page"' })).toMatchObject({ outcome: 'passed', pages: 4 });
  });

  it('follows the mark of the page before', async () => {
    const serve: Serve = ({ cursor, limit }) => {
      const items = cut(ids, { limit, offset: cursor } as Asked);
      const next = (cursor || 0) + limit;
      return { status: 200, body: { items: things(items), next: next < ids.length ? next : null } };
    };
    const found = await walked(serve, {
      by: 'items="/items", cursor="cursor", at="/next"',
      checks: '.lists({"id": 1})',
    });
    expect(found).toMatchObject({ outcome: 'passed', pages: 3 });
  });

  it('follows the links of a header to the same path, whatever host they name', async () => {
    const serve: Serve = (asked) => {
      const next = (asked.offset || 0) + 2;
      const link = `<https://elsewhere/x/things?limit=2&offset=${next}>; rel="next", </things>; rel="first"`;
      return {
        status: 200,
        body: things(cut(ids, asked)),
        ...(next < ids.length && { headers: { Link: link } }),
      };
    };
    const found = await walked(serve, { by: 'link=True', checks: '.lists({"id": 1}).lacks({"id": 9})' });
    expect(found).toMatchObject({ outcome: 'passed', pages: 3 });
  });

  it('fails where a page has more items than were asked for', async () => {
    expect((await walked(() => ids)).problems).toEqual(['  - a page has 5 items, where limit is 2']);
  });

  it('fails where two pages have the same item, each time', async () => {
    const serve: Serve = (asked) => cut(ids, { ...asked, offset: Math.max(0, (asked.offset || 0) - 1) });
    expect((await walked(serve)).problems[0]).toBe('  - an item is on page 1 and on page 2: 4');
  });

  it('does not fail where somebody puts things in between two pages', async () => {
    const growing = [...ids];
    const serve: Serve = (asked, count) => {
      if (count < 8 && count % 2 === 1) growing.unshift(10 + count);
      return cut(growing, asked);
    };
    expect((await walked(serve)).outcome).toBe('passed');
  });

  it('finds what is listed only after a while', async () => {
    const serve: Serve = (asked, count) => cut(count > 9 ? [6, ...ids] : ids, asked);
    expect((await walked(serve, { checks: '.lists({"id": 6})' })).outcome).toBe('passed');
  });

  it('fails where some page leaves a thing out', async () => {
    const serve: Serve = (asked) => cut(ids, asked).filter((id) => id !== 3);
    expect((await walked(serve, { checks: '.lists({"id": 3})' })).problems[0]).toMatch(
      /^ {2}- body of \d pages does not list it: none of its 4 items contains \{"id":3\}$/,
    );
  });

  it('looks through a list of many pages in large ones', async () => {
    const many = Array.from({ length: 90 }, (_, index) => 90 - index);
    const found = await walked((asked) => cut(many, asked), { checks: '.lists({"id": 1})' });
    expect(found).toMatchObject({ outcome: 'passed' });
    expect(found.pages).toBeLessThan(40);
  });
});

type Checked = readonly [check: string, values: readonly unknown[], problem?: string];

/** The problems of checks of lists, each of the members `a` of its items. */
async function problemsOf(checks: readonly Checked[]) {
  const tests = checks.map(
    ([check], index) =>
      `def test_${index}(api):\n    api.get("/things", query={"case": ${index}}).conforms("2XX", 404)${check}\n`,
  );
  const { verdicts } = await runOwn({
    contract,
    answer: ({ line }) => {
      const [check, values] = checks[Number(line.split('=')[1])]!;
      return {
        status: values[0] === 'refused' ? 404 : 200,
        body: values.map((a) => (check.includes('/b') ? {} : { a })) as never,
      };
    },
    tests: tests.join('\n\n'),
  });
  return verdicts.map(({ message }) =>
    (message ?? '')
      .split('\n')
      .find((line) => line.startsWith('  - '))
      ?.slice('  - '.length),
  );
}

describe('what is promised of the items of a list', () => {
  const checks: readonly Checked[] = [
    ['.every("/a", equals="de")', ['de', 'DE']],
    ['.every("/a", equals=7)', [7, '7', 7.0]],
    ['.every("/a", equals="de")', ['de', null], 'body[1].a is null, expected "de"'],
    ['.every("/a", at_least=2)', [2, 3, 1.5], 'body[2].a is 1.5, expected at least 2'],
    ['.every("/a", at_most=2)', [2, 3], 'body[1].a is 3, expected at most 2'],
    [
      '.every("/a", contains="Du")',
      ['dune', 'A dump', 'Emma'],
      'body[2].a is "Emma", expected what contains "Du"',
    ],
    [
      '.every("/a", contains="old")',
      [['old', 'new'], ['older']],
      'body[1].a is ["older"], expected what contains "old"',
    ],
    ['.every("/b", equals="x")', ['no such member']],
    ['.sorted("/a")', [1, 2, 2, null, 'Zebra', 3]],
    ['.sorted("/a")', [1, 3, 2], 'body[2].a is 2, behind 3 of item 1: that is not ascending'],
    [
      '.sorted("/a", descending=True)',
      [3, 1, 2],
      'body[2].a is 2, behind 1 of item 1: that is not descending',
    ],
    ['.sorted("/a")', ['Set 2', 'Set 10', 'Set 9', '-1', '-2', '7.25', '12.5']],
    [
      '.sorted("/a")',
      ['Set 5', 'Set 2'],
      'body[1].a is "Set 2", behind "Set 5" of item 0: that is not ascending',
    ],
    [
      '.sorted("/a")',
      ['7.25', '10.00', '6.50'],
      'body[2].a is "6.50", behind "7.25" of item 0: that is not ascending',
    ],
    ['.sorted("/a")', ['abc', 'Ähre', 'x-y', 'mno', 'ABC', 'xyz']],
    ['.sorted("/a")', ['mno', 'abc'], 'body[1].a is "abc", behind "mno" of item 0: that is not ascending'],
    ['.sorted("/a")', ['2026-01-01T01:00:00+02:00', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00.5Z']],
    ['.is_empty()', []],
    ['.is_empty()', ['something'], 'body has 1 items, expected none'],
    ['.is_empty()', ['refused']],
  ];

  it('is judged item by item', async () => {
    expect(await problemsOf(checks)).toEqual(checks.map(([, , problem]) => problem));
  });
});
