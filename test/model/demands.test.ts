import { describe, expect, it } from 'vitest';
import { withDemands } from '../../src/model/demands.ts';
import type { Call, Step } from '../../src/model/model.ts';
import { object, savedPart } from '../../src/model/value.ts';
import { contract } from '../contract.ts';

const saved = ['made'];
const call: Call = { operation: 'make', method: 'POST', path: '/things', as: 'user' };
const status = { codes: [201] } as const;

/** What a step demands of its answer of this schema, where a later one speaks of the pointers. */
async function demanded(schema: string, pointers: readonly string[], more: Partial<Step> = {}) {
  const content = schema === '' ? '' : `, content: { application/json: { schema: ${schema} } }`;
  const { subject } = await contract(
    `/things:\n  post: { operationId: make, responses: { '201': { description: Made.${content} } } }`,
  );
  const [step] = withDemands(
    [
      { call, expect: { status }, save: saved, ...more },
      {
        call: {
          ...call,
          pathParameters: object(
            Object.fromEntries(pointers.map((pointer) => [pointer, savedPart(saved, pointer)])),
          ),
        },
        expect: { status },
      },
    ],
    subject,
  );
  return step!.makes === undefined ? step!.expect.having : step!.makes.having;
}

describe('what a later step speaks of', () => {
  it.each([
    ['a required member', '{ type: object, required: [id], properties: { id: { type: string } } }'],
    [
      'a required member of every alternative',
      '{ oneOf: [{ type: object, required: [id], properties: { id: { type: string } } }, { type: object, required: [id], properties: { id: { type: integer } } }] }',
    ],
    [
      'a member that parts of an allOf promise together',
      '{ allOf: [{ type: object, required: [id] }, { properties: { id: { enum: [a, b] } } }] }',
    ],
  ])('is not demanded again where the contract promises it: %s', async (_, schema) => {
    expect(await demanded(schema, ['/id'])).toBeUndefined();
  });

  it.each([
    ['an optional member', '{ type: object, properties: { id: { type: string } } }'],
    [
      'a member that may be null',
      '{ type: object, required: [id], properties: { id: { type: [string, "null"] } } }',
    ],
    ['a member of anything', '{ required: [id], properties: { id: { type: string } } }'],
    [
      'a member of one alternative',
      '{ anyOf: [{ type: object, required: [id], properties: { id: { type: string } } }, { type: "null" }] }',
    ],
    ['a member that nothing is said of', '{ type: object, required: [id] }'],
    ['a member of an answer that nothing is promised of', ''],
  ])('is demanded where a right answer may lack it: %s', async (_, schema) => {
    expect(await demanded(schema, ['/id'])).toEqual(['/id']);
  });

  it('is demanded of a list: it may be empty', async () => {
    expect(await demanded('{ type: array, items: { type: string } }', ['/0', ''])).toEqual(['/0']);
  });

  it('is demanded of what is only made, whatever the contract promises: that is not judged', async () => {
    const schema = '{ type: object, required: [id], properties: { id: { type: string } } }';
    expect(await demanded(schema, ['/id'], { makes: {} })).toEqual(['/id']);
  });

  it('is not demanded where nobody speaks of it', async () => {
    expect(await demanded('', [])).toBeUndefined();
  });
});
