import { describe, expect, it } from 'vitest';
import { happy } from '../../src/rules/happy.ts';
import { missingRequired } from '../../src/rules/missing-required.ts';
import { untried } from '../../src/rules/untried.ts';
import { wrongValue } from '../../src/rules/wrong-value.ts';
import { contract } from '../contract.ts';

const asking = (...parameters: readonly string[]) =>
  contract(`
    /things:
      get:
        operationId: readThings
        parameters: [${parameters.map((one) => `{ in: header, required: true, ${one} }`).join(', ')}]
        responses: { '200': { description: Things }, '400': { description: No } }
  `);
const text = 'schema: { type: string }';

/** The headers of the good request. */
async function sent(...parameters: readonly string[]): Promise<unknown> {
  const [draft] = (await asking(...parameters)).drafts(happy);
  const headers = draft?.draft === 'case' ? draft.steps[0]!.call.headers : undefined;
  return headers?.kind === 'literal' ? headers.json : headers;
}

describe('headers with a grammar', () => {
  it.each([
    ['Range', 'bytes=0-0'],
    ['If-Match', '*'],
    ['If-None-Match', '"itc"'],
    ['If-Modified-Since', 'Sat, 01 Jan 2000 00:00:00 GMT'],
    ['If-Unmodified-Since', 'Thu, 31 Dec 2099 23:59:59 GMT'],
    ['accept-language', 'en'],
    ['Content-Language', 'en'],
    ['Prefer', 'return=representation'],
    ['X-Request-ID', '7d8f9a3e-2b61-4c1d-9e5f-0a1b2c3d4e5f'],
    ['traceparent', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'],
  ])('have a value by it: %s', async (name, value) => {
    expect(await sent(`name: ${name}, ${text}`)).toEqual({ [name]: value });
  });

  it('dates are dates', () => {
    for (const date of ['Sat, 01 Jan 2000 00:00:00 GMT', 'Thu, 31 Dec 2099 23:59:59 GMT'])
      expect(new Date(date).toUTCString()).toBe(date);
  });

  it('are as the contract says where it says it', async () => {
    expect(await sent('name: Prefer, schema: { enum: [wait=10] }')).toEqual({ Prefer: 'wait=10' });
    expect(await sent(`name: Range, example: bytes=5-9, ${text}`)).toEqual({ Range: 'bytes=5-9' });
    expect(await sent('name: Accept-Language, schema: { type: string, default: de }')).toEqual({
      'Accept-Language': 'de',
    });
    expect(await sent("name: X-Request-Id, schema: { type: string, pattern: '^[a-z]{3}$' }")).toEqual({
      'X-Request-Id': expect.stringMatching(/^[a-z]{3}$/),
    });
  });

  it('are not called wrong where a server need not mind them', async () => {
    const shop = await asking(
      'name: Accept-Language, schema: { enum: [en, de] }',
      'name: X-Mode, schema: { enum: [a, b] }',
    );
    expect(shop.cases(wrongValue)).toEqual([
      'read-things answers 400 for a header with a wrong value: X-Mode is not one of its values',
    ]);
    expect(shop.drafts(untried)).toMatchObject([
      { code: 'may-be-ignored', reason: expect.stringContaining('(RFC 9110 §12.5)') },
    ]);
  });
});

describe('headers that no test can make up', () => {
  it('of the client are left to it', async () => {
    const shop = await asking(
      `name: Content-Length, schema: { type: integer, minimum: 1 }`,
      `name: X-Own, ${text}`,
    );
    expect(shop.cases(missingRequired)).toEqual(['read-things answers 400 without a required header: X-Own']);
    expect(shop.drafts(missingRequired)).toMatchObject([
      {
        draft: 'gap',
        code: 'not-observable',
        reason: 'HTTP clients send Content-Length of their own accord.',
      },
      { draft: 'case' },
    ]);
    expect(await sent('name: Content-Length, schema: { type: integer }')).toBeUndefined();
  });

  it('of the bytes of the request are asked of the user', async () => {
    expect(await sent(`name: Digest, ${text}`)).toMatchObject({
      members: { Digest: { kind: 'seed', name: 'Digest' } },
    });
  });
});
