import { describe, expect, it } from 'vitest';
import { remembered } from '../../src/api/remembered.ts';
import type { SchemaObject, Schemas } from '../../src/api/json-schema.ts';

describe('a remembered question', () => {
  const asked: SchemaObject[] = [];
  const typeOf = remembered((schema: SchemaObject, schemas: Schemas) => {
    asked.push(schema);
    return schema.$ref === undefined ? schema.type : (schemas['Thing'] as SchemaObject).type;
  });
  const reference: SchemaObject = { $ref: '#/$defs/Thing' };
  const sent: Schemas = { Thing: { type: 'string' } };

  it('is answered once, be the answer nothing', () => {
    const empty: SchemaObject = {};
    expect([typeOf(empty, sent), typeOf(empty, sent)]).toEqual([undefined, undefined]);
    expect(asked.filter((schema) => schema === empty)).toHaveLength(1);
  });

  it('has another answer among other schemas: a reference is one object in both directions', () => {
    expect(typeOf(reference, sent)).toBe('string');
    expect(typeOf(reference, { Thing: { type: 'object' } })).toBe('object');
  });
});
