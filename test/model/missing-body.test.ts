import { describe, expect, it } from 'vitest';
import { isMade } from '../../src/model/requests.ts';
import { wrongType } from '../../src/rules/wrong-type.ts';
import { contract } from '../contract.ts';

const search = (body: string) =>
  contract(`
    /search:
      post:
        operationId: search
        requestBody: ${body}
        responses: { '200': { description: Books }, '400': { description: No } }
  `);

describe('a body that is missing', () => {
  it('is what null is where a body is optional, and no wrong type', async () => {
    const schema = '{ type: object, properties: { word: { type: string } } }';
    const optional = await search(`{ content: { application/json: { schema: ${schema} } } }`);
    const required = await search(`{ required: true, content: { application/json: { schema: ${schema} } } }`);
    const labels = ({ drafts }: typeof optional) => JSON.stringify(drafts(wrongType));
    expect(labels(required)).toContain('body/null');
    expect(labels(optional)).not.toContain('body/null');
    expect(optional.model().gaps.map(({ code }) => code)).toContain('still-valid');
  });

  it('is no good request where a form is required: one with a field is sent', async () => {
    const schema = '{ type: object, properties: { word: { type: string, const: tea } } }';
    const form = `{ application/x-www-form-urlencoded: { schema: ${schema} } }`;
    const sent = async (required: boolean) => {
      const { subject, operation } = await search(`{ required: ${required}, content: ${form} }`);
      const request = subject.requests.good(operation('search'));
      return isMade(request) && request.body?.made;
    };
    expect(await sent(true)).toEqual({ word: 'tea' });
    expect(await sent(false)).toEqual({});
  });
});
