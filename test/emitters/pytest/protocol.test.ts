import { describe, expect, it } from 'vitest';
import { promised, runOwn, type Answered } from './own-suite.ts';

interface Asked {
  /** What is called of `/{name}`. */
  readonly test: string;
  readonly answered: Answered;
}

/** What tests of one request each say of its answer, by name: all of them in one run. */
async function told(asked: Readonly<Record<string, Asked>>) {
  const names = Object.keys(asked);
  const { verdicts } = await runOwn({
    contract: {
      operations: Object.fromEntries(
        names.flatMap((name) => [
          [`GET /${name}`, promised({ 200: {}, 400: {} })],
          [`POST /${name}`, promised({ 201: {} })],
        ]),
      ),
    },
    answer: ({ line }) => asked[line.split('/')[1]!]!.answered,
    tests: names.map((name) => `def test_${name}(api):\n    ${asked[name]!.test}\n`).join('\n\n'),
  });
  return new Map(
    names.map((name) => {
      const { message = '', findings = [] } = verdicts.find(({ test }) => test.endsWith(`::test_${name}`))!;
      return [name, [...message.split('\n').filter((line) => line.startsWith('  - ')), ...findings]];
    }),
  );
}

describe('a method that nobody declares', () => {
  const undeclared = (name: string, answered: Answered): Asked => ({
    test: `api.patch("/${name}").conforms("4XX", 501).allows("GET", "POST")`,
    answered,
  });
  const options = (name: string, answered: Answered): Asked => ({
    test: `api.options("/${name}").conforms("2XX", "4XX", 501).allows("GET", "POST")`,
    answered,
  });

  it('is answered as HTTP says', async () => {
    const answers = {
      allow: { status: 405, headers: { Allow: 'get, HEAD, POST' } },
      bare: { status: 405 },
      less: { status: 405, headers: { Allow: 'GET' } },
      missing: { status: 404 },
      unknown: { status: 501 },
      broken: { status: 500 },
      taken: { status: 200 },
    };
    const asked = Object.entries(answers).map(([name, answered]) => [name, undeclared(name, answered)]);
    expect([...(await told(Object.fromEntries(asked)))]).toEqual([
      ['allow', []],
      ['bare', ['  - header Allow is missing, which a 405 must have (RFC 9110 §15.5.6)']],
      ['less', ['PATCH /less answers 405 with Allow: GET, but the contract declares POST, too']],
      ['missing', []],
      ['unknown', []],
      ['broken', ['  - status is 500, expected 4XX or 501']],
      ['taken', ['  - status is 200, expected 4XX or 501']],
    ]);
  });

  it('is not what OPTIONS leaves out', async () => {
    const answers = {
      all: { status: 204, headers: { Allow: 'GET,POST' } },
      none: { status: 204 },
      less: { status: 204, headers: { Allow: 'GET' } },
      refused: { status: 404 },
    };
    const asked = Object.entries(answers).map(([name, answered]) => [name, options(name, answered)]);
    expect([...(await told(Object.fromEntries(asked)))]).toEqual([
      ['all', []],
      ['none', []],
      ['less', ['  - header Allow is "GET", without POST']],
      ['refused', []],
    ]);
  });
});

describe('a stack trace in a refusal', () => {
  const ofBodies = (bodies: Readonly<Record<string, string>>) =>
    told(
      Object.fromEntries(
        Object.entries(bodies).map(([name, body]) => [
          name,
          { test: `api.get("/${name}").conforms(400)`, answered: { status: 400, body } },
        ]),
      ),
    );

  it('is reported, whatever the server runs on, and fails nothing', async () => {
    const bodies = {
      python: 'Traceback (most recent call last):\n  File "app.py", line 3',
      java: '{"trace": "\\tat com.acme.Books.find(Books.java:12)"}',
      kotlin: 'at com.acme.Books$find$1.invoke(Books.kt:3)',
      javascript: 'TypeError: no\n    at find (/srv/app/books.js:10:15)',
      node: 'at process.processTicksAndRejections (node:internal/process/task_queues:95:5)',
      ruby: "app/models/book.rb:12:in `find'",
      go: 'panic: no\n\ngoroutine 1 [running]:\nmain.main()',
      php: '#0 /var/www/index.php(12): main()',
      csharp: '   at Shop.Books.Find(String id) in /src/Books.cs:line 42',
      rust: "thread 'main' panicked at src/main.rs:2:5",
    };
    const names = Object.keys(bodies);
    expect([...(await ofBodies(bodies))]).toEqual(
      names.map((name) => [name, [`GET /${name} answers 400 with a stack trace`]]),
    );
  });

  it('is not what only looks like one', async () => {
    const bodies = {
      path: 'There is nothing at /books/12:3',
      ratio: 'price is at least 3:4',
      file: 'see books.js, line 10',
    };
    expect([...(await ofBodies(bodies)).values()].flat()).toEqual([]);
  });
});
