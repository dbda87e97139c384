import { beforeAll, describe, expect, it } from 'vitest';
import { promised, runOwn, type Answered } from './own-suite.ts';

const made = (Location?: string): Answered => ({ status: 201, ...(Location && { headers: { Location } }) });
const note = { status: 200, body: { title: 'a', tags: [1, 2] } };

/** What the server answers, by the first segment of the path; `twice` by how often it was asked. */
const answers: Readonly<Record<string, (count: number, url: string) => Answered>> = {
  note: () => note,
  wrapped: () => ({ status: 200, body: { data: note.body } }),
  here: () => made('/things/1'),
  proxy: () => made('http://inside.example:8080/v2/things/2?full=1'),
  elsewhere: () => made('http://files.example/2.png'),
  parent: () => made('/shelves/3'),
  nowhere: () => made('/thinks/4'),
  silent: () => made(),
  shelves: () => note,
  things: (_, url) => (/\/[12]\b/.test(url) ? note : { status: 404 }),
  one: (count) => ({ status: count === 1 ? 201 : 409 }),
  both: () => ({ status: 201 }),
  none: () => ({ status: 409 }),
  later: (count) => ({ status: count === 1 ? 409 : 201 }),
  rivals: () => ({ status: 201 }),
};

const rivals = `api.at_once(2, "PUT", "/rivals", each=[{"n": 1}, {"n": 2}])`;

const tests: Readonly<Record<string, string>> = {
  forgotten: `api.get("/note").conforms(200).forgets({"text": "b", "title": "b", "tags": [1]})`,
  kept: `api.get("/note").conforms(200).forgets({"title": "a", "text": "b", "tags": [1, 2]})`,
  kept_inside: `api.get("/wrapped").conforms(200).forgets({"title": "a"}, at="/data")`,
  not_there: `api.get("/note").conforms(200).forgets({"title": "a"}, at="/data")`,
  ...Object.fromEntries(
    ['here', 'proxy', 'elsewhere', 'parent', 'nowhere', 'silent'].map((name) => [
      name,
      `made = api.post("/${name}").accepted(201)\n    api.get("/things/{id}", url=made.location).conforms(200)`,
    ]),
  ),
  ...Object.fromEntries(
    ['one', 'both', 'none'].map((name) => [
      name,
      `api.at_once(2, "POST", "/${name}").conform(201, others=[409])`,
    ]),
  ),
  rivals: `${rivals}.conform(201, others=[201])`,
  rivals_once: `${rivals}.conform(201, others=[409])`,
  none_may: `api.at_once(2, "POST", "/none").conform(201, 409, others=[409])`,
  one_may: `api.at_once(2, "POST", "/later").conform(201, 409, others=[409])`,
  either: `api.get("/note").conforms(200).is_either({"title": "b"}, {"title": "a"})`,
  neither: `api.get("/note").conforms(200).is_either({"title": "b", "tags": [3]}, {"title": "c"})`,
};

const verdicts = new Map<string, readonly [string, string]>();
let lines: readonly string[] = [];
let bodies: readonly string[] = [];

beforeAll(async () => {
  const counts = new Map<string, number>();
  const gets = ['note', 'wrapped', 'things/{id}'].map((path) => [`GET /${path}`, promised({ 200: {} })]);
  const puts = [['PUT /rivals', promised({ 201: {}, 409: {} })]];
  const posts = Object.keys(answers).map((path) => [`POST /${path}`, promised({ 201: {}, 409: {} })]);
  const ran = await runOwn({
    contract: { operations: Object.fromEntries([...gets, ...puts, ...posts]) },
    answer: ({ line }) => {
      const name = line.split('/')[1]!.split(/[ ?]/)[0]!;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      return answers[name]?.(counts.get(name)!, line) ?? { status: 404 };
    },
    tests: Object.entries(tests)
      .map(([name, body]) => `def test_${name}(api):\n    ${body}\n`)
      .join('\n\n'),
  });
  bodies = ran.received.filter(({ line }) => line.startsWith('PUT')).map(({ body }) => body);
  lines = ran.received.map(({ line }) => line);
  for (const { test, outcome, message = '' } of ran.verdicts) {
    const problems = message
      .split('\n')
      .filter((line) => line.startsWith('  - ') || line.includes('pending'));
    verdicts.set(test.replace(/.*::test_/, ''), [outcome, problems.join('\n').trim()]);
  }
});

const passed = ['passed', ''];

describe('what is forgotten', () => {
  it('has another value or is gone', () => expect(verdicts.get('forgotten')).toEqual(passed));
  it('is nothing where the object is not there', () => expect(verdicts.get('not_there')).toEqual(passed));
  it('is not what still has its value', () => {
    expect(verdicts.get('kept')).toEqual([
      'failed',
      '- body.title is still "a"\n  - body.tags is still [1,2]',
    ]);
    expect(verdicts.get('kept_inside')).toEqual(['failed', '- body.data.title is still "a"']);
  });
});

describe('a Location', () => {
  it('is followed on the API that is asked, whatever host and base path it has', () => {
    expect(verdicts.get('here')).toEqual(passed);
    expect(verdicts.get('proxy')).toEqual(passed);
    expect(lines).toContain('GET /things/1');
    expect(lines).toContain('GET /things/2?full=1');
  });

  it.each([
    ['silent', 'POST /silent answers 201 without Location'],
    ['elsewhere', 'Location leads to http://files.example/2.png, which is no /things/{id}'],
    ['parent', '/shelves/3, which is no /things/{id}'],
  ])('that promises nothing of the thing is pending: %s', (name, reason) => {
    expect(verdicts.get(name)).toEqual(['skipped', expect.stringContaining(reason)]);
  });

  it('that leads nowhere fails', () => {
    expect(verdicts.get('nowhere')).toEqual(['failed', '- status is 404, expected 200']);
  });
});

describe('one of two values', () => {
  it('is there', () => expect(verdicts.get('either')).toEqual(passed));
  it('is not there, and the nearest is told', () =>
    expect(verdicts.get('neither')).toEqual(['failed', '- body.title is "a", expected "c"']));
});

describe('requests at once', () => {
  it('may have bodies of their own, and both be accepted', () => {
    expect(verdicts.get('rivals')).toEqual(passed);
    expect(bodies.toSorted()).toEqual(['{"n":1}', '{"n":1}', '{"n":2}', '{"n":2}']);
    expect(verdicts.get('rivals_once')?.[0]).toBe('failed');
  });

  it('may all be refused where that is expected, too', () => {
    expect(verdicts.get('none_may')).toEqual(passed);
    expect(verdicts.get('one_may')).toEqual(passed);
  });

  it('are accepted once', () => expect(verdicts.get('one')).toEqual(passed));
  it('are not accepted both, nor refused both', () => {
    expect(verdicts.get('both')).toEqual([
      'failed',
      '- another request like it, sent at once, was accepted too',
    ]);
    expect(verdicts.get('none')).toEqual(['failed', '- status is 409, expected 201']);
  });
});
