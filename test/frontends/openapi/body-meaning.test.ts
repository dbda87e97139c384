import { describe, expect, it } from 'vitest';
import { missingRequired } from '../../../src/rules/missing-required.ts';
import { happy } from '../../../src/rules/happy.ts';
import { unreadable } from '../../../src/rules/unreadable.ts';
import { untried } from '../../../src/rules/untried.ts';
import { wrongType } from '../../../src/rules/wrong-type.ts';
import { contractOf } from '../../contract.ts';
import { described, only } from './describing.ts';

const asking = (version: string, method: string, required: boolean) => `
openapi: ${version}
info: { title: Things, version: '1' }
paths:
  /things:
    ${method}:
      operationId: findThings
      requestBody: { required: ${required}, content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string } } } } } }
      responses: { '200': { description: Things }, '400': { description: No } }
`;
const read = async (version: string, method: string, required: boolean) => {
  const found = await described(asking(version, method, required));
  return { body: only(found).body, problems: found.problems, gaps: found.api.gaps };
};

describe('a body that its method gives no meaning', () => {
  it('is sent, and held against the contract, where OpenAPI permits it', async () => {
    const { body, problems } = await read('3.1.0', 'get', false);
    expect(body).toMatchObject({ required: false });
    expect(body).not.toHaveProperty('isIgnored');
    expect(problems).toMatchObject([{ code: 'openapi/body-without-meaning', severity: 'info' }]);
    const shop = await contractOf(asking('3.1.0', 'delete', true));
    expect(shop.cases(wrongType)).not.toEqual([]);
    expect(shop.cases(missingRequired)).toContain('find-things answers 400 without a body');
  });

  it('is sent by the letter of 3.0 where it is required, and no wrong one is', async () => {
    const shop = await contractOf(asking('3.0.3', 'get', true));
    expect(shop.drafts(happy)[0]).toMatchObject({ steps: [{ call: { body: { kind: 'json' } } }] });
    expect([wrongType, missingRequired].flatMap((rule) => shop.cases(rule))).toEqual([]);
    expect(shop.cases(unreadable)).toEqual([]);
    expect(shop.drafts(untried)).toMatchObject([{ draft: 'gap', code: 'ignored-body' }]);
  });

  it('is left out of 3.0 where it is not required, with a gap', async () => {
    const { body, gaps, problems } = await read('3.0.0', 'delete', false);
    expect(body).toBeUndefined();
    expect(gaps).toMatchObject([{ code: 'ignored-body' }]);
    expect(problems).toMatchObject([{ message: expect.stringContaining('DELETE /things declares a body') }]);
  });

  it('is none of TRACE, and nothing special of POST', async () => {
    expect((await read('3.1.0', 'trace', true)).body).toBeUndefined();
    expect((await read('3.0.3', 'post', true)).problems).toEqual([]);
  });
});
