import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/api/json.ts';
import type { JsonSchema, Schemas } from '../../src/api/json-schema.ts';
import { createBuilder } from '../../src/values/build.ts';
import { createValidator } from '../../src/values/validate.ts';
import { createVariator, type Variations } from '../../src/values/vary.ts';

const find = (schema: JsonSchema, good: Json, schemas: Schemas = {}): Variations => {
  const validator = createValidator(schemas);
  const variator = createVariator({ schemas, validator, builder: createBuilder(schemas, validator) });
  return variator.variations(schema, good, { name: 'it', seed: 'seed', names: new Set() });
};
const told = (schema: JsonSchema, good: Json, schemas?: Schemas) =>
  find(schema, good, schemas).variations.map(({ label, value }) => `${label}: ${JSON.stringify(value)}`);
const member = (name: string, schema: JsonSchema): JsonSchema => ({
  type: 'object',
  required: [name],
  properties: { [name]: schema },
});

describe('variations', () => {
  it.each<[keyword: string, schema: JsonSchema, good: Json]>([
    ['not', { ...(member('of', { enum: [1, 2] }) as object), not: member('of', { const: 2 }) }, { of: 1 }],
    ['enum', { ...(member('of', { enum: [1, 2] }) as object), enum: [{ of: 1 }] }, { of: 1 }],
    ['contains', { type: 'array', items: { enum: [1, 2] }, contains: { const: 1 } }, [1]],
    ['uniqueItems', { type: 'array', items: { enum: [1, 2] }, uniqueItems: true }, [1, 2]],
  ])('are none that a part allows and %s around it does not', (_, schema, good) => {
    expect(told(schema, good)).toEqual([]);
  });

  it('are each other value of an enumeration, once', () => {
    expect(told({ enum: ['a', 'b', 'c', null] }, 'b')).toEqual([
      'it is "a": "a"',
      'it is "c": "c"',
      'it is null: null',
    ]);
  });

  it.each<[of: string, text: JsonSchema, said: string]>([
    ['any text', { type: 'string' }, 'price is its alternative 2: "7.25"'],
    ['decimals', { type: 'string', pattern: '^[0-9.]+$' }, 'price is its alternative 2: "7.25"'],
    ['words', { type: 'string', pattern: '^free$' }, 'price is its alternative 2: "free"'],
    ['days', { type: 'string', format: 'date' }, 'price is its alternative 2: "2024-03-01"'],
  ])('are, beside a number, the number as text where %s may stand', (_, text, said) => {
    const schema = member('price', { anyOf: [{ type: 'number', minimum: 2 }, text] });
    expect(told(schema, { price: 3 }).filter((one) => one.includes('alternative'))).toEqual([said]);
  });

  it('are both truth values', () => {
    expect(told({ type: 'boolean' }, true)).toEqual(['it is false: false']);
  });

  it.each<[schema: JsonSchema, good: number, ...expected: string[]]>([
    [
      { type: 'integer', minimum: 1, maximum: 9 },
      5,
      'it is at its minimum, 1: 1',
      'it is at its maximum, 9: 9',
    ],
    [
      { type: 'integer', exclusiveMinimum: 0, exclusiveMaximum: 9 },
      5,
      'it is just above 0: 1',
      'it is just below 9: 8',
    ],
    [
      { type: 'number', exclusiveMinimum: 0, maximum: 1000, multipleOf: 0.5 },
      9.5,
      'it is just above 0: 0.5',
      'it is at its maximum, 1000: 1000',
      'it is another multiple of 0.5: 10',
    ],
    [
      { type: 'integer', minimum: 1, multipleOf: 3 },
      6,
      'it is at its minimum, 1: 3',
      'it is another multiple of 3: 9',
    ],
    [{ type: 'number', exclusiveMaximum: 1 }, 0.5, 'it is just below 1: 0.99'],
  ])('are the bounds of a number, from inside: %j', (schema, good, ...expected) => {
    expect(told(schema, good)).toEqual(expected);
  });

  it('are the shortest and the longest text, in a pattern, too', () => {
    expect(told(member('title', { type: 'string', minLength: 1, maxLength: 4 }), { title: 'Du' })).toEqual([
      'title is as short as 1: "x"',
      'title is as long as 4: "xxxx"',
    ]);
    const coded = { type: 'string', pattern: '^[A-Z]+-[0-9]+$', maxLength: 6 } as const;
    const [longest] = find(member('title', coded), { title: 'A-1' }).variations;
    expect(longest?.value).toMatch(/^[A-Z]+-[0-9]+$/);
    expect(longest?.value).toHaveLength(6);
  });

  it('stretch no text that has a grammar of its own, and say so', () => {
    const { variations, untold } = find(member('phone', { type: 'string', maxLength: 20 }), {
      phone: '+31201234567',
    });
    expect(variations).toEqual([]);
    expect(untold).toMatchObject([{ pointer: 'phone', code: 'not-free' }]);
  });

  it('are the shortest and the longest list, of items that differ where they must', () => {
    const schema = {
      type: 'array',
      minItems: 1,
      maxItems: 3,
      uniqueItems: true,
      items: { type: 'string' },
    } as const;
    const made = find(schema, ['a', 'b']).variations.map(({ variant, value }) => [
      variant,
      new Set(value as Json[]).size,
    ]);
    expect(made).toEqual([
      ['fewest-items', 1],
      ['most-items', 3],
    ]);
  });

  it('are the other alternatives, with what can be said in them', () => {
    const schemas: Schemas = {
      Card: { ...(member('kind', { const: 'card' }) as object) },
      Invoice: {
        type: 'object',
        required: ['kind'],
        properties: { kind: { const: 'invoice' }, days: { enum: [14, 30] } },
      },
    };
    const payment = {
      oneOf: [{ $ref: '#/$defs/Card' }, { $ref: '#/$defs/Invoice' }, { type: 'null' }],
    } as const;
    expect(told(member('payment', payment), { payment: { kind: 'card' } }, schemas)).toEqual([
      'payment is Invoice: {"kind":"invoice","days":14}',
      'payment is Invoice whose days is 30: {"kind":"invoice","days":30}',
      'payment is null: null',
    ]);
  });

  it('are alternatives that stand in others, and branches beside the first one that fits', () => {
    const schemas: Schemas = {
      Shape: {
        oneOf: [{ $ref: '#/$defs/Dot' }, { title: 'Box', oneOf: [{ type: 'integer' }, { type: 'boolean' }] }],
      },
      Dot: { type: 'string', const: 'dot' },
    };
    expect(told({ $ref: '#/$defs/Shape' }, 'dot', schemas).map((text) => text.replace(/: .*/, ''))).toEqual([
      'it is Box',
      'it is Box and is its alternative 2',
    ]);
    const model: JsonSchema = { anyOf: [{ type: 'string' }, { title: 'Known', enum: ['a', 'b'] }] };
    expect(find(model, 'b').ways.map(({ variant }) => variant)).toEqual(['Known']);
  });

  it('are the heirs of a base schema', () => {
    const heir = (kind: string, schema: object): JsonSchema => ({
      allOf: [{ $ref: '#/$defs/Pet' }, { properties: { kind: { const: kind } }, ...schema }],
    });
    const schemas: Schemas = {
      Pet: {
        type: 'object',
        required: ['kind'],
        properties: { kind: { type: 'string' } },
        discriminator: { propertyName: 'kind', mapping: { cat: '#/$defs/Cat', dog: '#/$defs/Dog' } },
      },
      Cat: heir('cat', {}),
      Dog: heir('dog', {
        required: ['barks'],
        properties: { kind: { const: 'dog' }, barks: { type: 'boolean' } },
      }),
    };
    const { variations, ways } = find({ $ref: '#/$defs/Pet' }, { kind: 'cat' }, schemas);
    expect(variations[0]).toMatchObject({ variant: 'Dog', value: { kind: 'dog' } });
    expect(ways).toEqual([]);
  });

  it('end where alternatives recur', () => {
    const schemas: Schemas = {
      Tree: {
        oneOf: [
          { type: 'null' },
          { type: 'object', required: ['next'], properties: { next: { $ref: '#/$defs/Tree' } } },
        ],
      },
    };
    expect(find({ $ref: '#/$defs/Tree' }, null, schemas).variations.length).toBeLessThan(4);
  });

  it('contradict nothing else that the whole is asked for', () => {
    const schema: JsonSchema = {
      type: 'object',
      properties: { method: { enum: ['pickup', 'post'] }, address: { type: 'string' } },
      if: { properties: { method: { const: 'pickup' } } },
      else: { required: ['address'] },
    };
    expect(told(schema, { method: 'pickup' })).toEqual([
      expect.stringMatching(/^it is such that its condition does not hold: \{"method":"post","address":"/),
    ]);
    expect(told(schema, { method: 'pickup', address: 'here' })).toContain('method is "post": "post"');
  });

  it('leave out what is too large, too many or not exact, and say so', () => {
    const large = find(
      {
        type: 'object',
        required: ['title', 'list', 'number', 'one'],
        properties: {
          title: { type: 'string', maxLength: 100_000 },
          list: { type: 'array', maxItems: 5_000 },
          number: { type: 'integer', maximum: 2 ** 60 },
          one: { enum: Array.from({ length: 120 }, (_, index) => `v${index}`) },
        },
      },
      { title: 'a', list: [], number: 1, one: 'v0' },
    );
    expect(large.untold.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      'title too-large',
      'list too-large',
      'number not-exact',
      'one too-many',
    ]);
    expect(large.variations).toHaveLength(99);
  });
});
