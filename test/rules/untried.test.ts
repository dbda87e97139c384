import { describe, expect, it } from 'vitest';
import { untried } from '../../src/rules/untried.ts';
import { contract } from '../contract.ts';

/** The gaps of an operation that takes these query parameters and this body: code, reason, and where it stands. */
async function gaps(parameters: readonly string[], body?: string) {
  const sends = body === undefined ? '' : `requestBody: { required: true, content: { ${body} } }`;
  const shop = await contract(`
    /books:
      post:
        operationId: createBook
        parameters: [${parameters.map((one) => `{ in: query, ${one} }`).join(', ')}]
        ${sends}
        responses: { '201': { description: Made } }
  `);
  return shop.drafts(untried).map((draft) => {
    if (draft.draft !== 'gap') throw new Error('It makes no cases.');
    return `${draft.operation?.key} ${draft.code} ${draft.place.pointer.split('/post/').at(-1)}: ${draft.reason}`;
  });
}

const json = (schema: string) => `application/json: { schema: ${schema} }`;

describe('untried', () => {
  it('lists what a server could not see', async () => {
    expect(await gaps(['name: q, schema: { type: string, minLength: 1 }'])).toEqual([
      'create-book not-observable parameters/0/schema/minLength: On the wire nobody can see that q is shorter than 1.',
    ]);
  });

  it('lists what is too large to send', async () => {
    const schema =
      '{ type: object, required: [text], properties: { text: { type: string, maxLength: 5000000 } } }';
    const [only, ...others] = await gaps([], json(schema));
    expect(only).toMatch(
      /^create-book too-large requestBody\/content\/application~1json\/schema\/properties\/text\/maxLength: .*too large to send\.$/,
    );
    expect(others).toEqual([]);
  });

  it('lists what another part of the schema takes', async () => {
    const schema = '{ anyOf: [{ type: string, enum: [a, b] }, { type: string }] }';
    const found = await gaps([], json(`{ type: object, required: [size], properties: { size: ${schema} } }`));
    expect(found).toEqual([
      'create-book still-valid requestBody/content/application~1json/schema/properties/size/anyOf/0/enum: ' +
        'Another part of the schema takes it when size is not one of its values.',
    ]);
  });

  it('is silent of types in text, where there are none', async () => {
    const text = 'name: sort, schema: { type: string, enum: [title] }';
    expect(
      await gaps(
        [text],
        'application/x-www-form-urlencoded: { schema: { properties: { a: { type: string } } } }',
      ),
    ).toEqual([]);
  });

  it('says nothing of what is tried', async () => {
    expect(await gaps(['name: limit, schema: { type: integer, minimum: 1, maximum: 9 }'])).toEqual([]);
  });
});
