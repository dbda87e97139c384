import { describe, expect, it } from 'vitest';
import { brokenDependency } from '../../src/rules/broken-dependency.ts';
import { bookOf, books } from './books.ts';

const ofCreate = async (more: string, members: Readonly<Record<string, string>>) => {
  const book = bookOf(members).replace('{ type: object,', `{ type: object, ${more},`);
  return (await books({ book })).cases(brokenDependency).filter((one) => one.startsWith('create-book'));
};

describe('brokenDependency', () => {
  it('leaves out what another member needs', async () => {
    const cases = await ofCreate('dependentRequired: { message: [wrap] }', {
      message: '{ type: string }',
      wrap: '{ type: boolean }',
    });
    expect(cases).toEqual([
      'create-book refuses a request without a field that the others need of a full request: wrap',
    ]);
  });

  it("leaves out what another member's schema needs, and nothing that it does not", async () => {
    const cases = await ofCreate('dependentSchemas: { message: { required: [wrap] } }', {
      message: '{ type: string }',
      wrap: '{ type: boolean }',
      note: '{ type: string }',
    });
    // Required by a schema that applies: that is the kind \`required\`.
    expect(cases).toEqual([]);
  });

  it('turns what a condition looks at', async () => {
    const cases = await ofCreate(
      'if: { properties: { method: { const: post } } }, then: { required: [address] }',
      { 'method!': '{ enum: [pickup, post] }', address: '{ type: string }' },
    );
    expect(cases[0]).toBe(
      'create-book refuses a request with a field that does not go with the others: method is "post", which does not go with the others',
    );
  });

  it('leaves out what is needed once the condition is turned', async () => {
    const delivery =
      '{ type: object, required: [method, address], properties: { method: { enum: [pickup, post] }, address: { type: string } } }';
    const loose = delivery
      .replace('[method, address]', '[method]')
      .replace('properties:', 'examples: [{ method: pickup, address: here }], properties:')
      .replace(
        '{ type: object,',
        '{ type: object, if: { properties: { method: { const: pickup } } }, else: { required: [address] },',
      );
    const cases = await ofCreate('description: Delivered', { 'delivery!': loose });
    expect(cases.join()).toContain('delivery has no address, and its method is "post"');
  });

  it('makes nothing of schemas without conditions', async () => {
    expect(
      await ofCreate('description: Plain', { 'title!': '{ type: string }', note: '{ type: string }' }),
    ).toEqual([]);
  });
});
