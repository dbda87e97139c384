import { describe, expect, it } from 'vitest';
import type { JsonSchema, Schemas } from '../../src/api/json-schema.ts';
import { asAnswered, asSent } from '../../src/values/direction.ts';
import { bookshop } from './bookshop.ts';

const string = { type: 'string' } as const;

describe('schemas as they are sent', () => {
  it('have no readOnly properties, and do not require them', () => {
    const { schemas } = asSent(bookshop);
    expect(schemas['Book']).toMatchObject({ required: ['title', 'price', 'format'] });
    expect(Object.keys((schemas['Book'] as { properties: object }).properties)).not.toContain('id');
  });

  it('are the same objects where nothing changes', () => {
    const sent = asSent(bookshop);
    expect(sent.schemas['Author']).toBe(bookshop['Author']);
    expect(sent.of({ ...string })).toEqual(string);
    const inline: JsonSchema = { type: 'array', items: { $ref: '#/$defs/Book' } };
    expect(sent.of(inline)).toBe(inline);
    expect(sent.of(bookshop['Book']!)).toBe(sent.schemas['Book']);
  });

  it('see the mark on what a property refers to, and on a part of it', () => {
    const schemas: Schemas = { Id: { ...string, readOnly: true } };
    const properties = {
      id: { $ref: '#/$defs/Id' },
      key: { allOf: [{ $ref: '#/$defs/Id' }] },
      no: { allOf: [string, { readOnly: true }] },
      name: string,
    };
    expect(asSent(schemas).of({ properties, required: ['id', 'key', 'no', 'name'] })).toEqual({
      properties: { name: string },
      required: ['name'],
    });
  });

  it('see the mark in a sibling of allOf, and in what it refers to', () => {
    const schemas: Schemas = {
      Identified: { properties: { id: { ...string, readOnly: true } } },
      Strict: { required: ['id', 'name'] },
    };
    const whole: JsonSchema = {
      allOf: [{ $ref: '#/$defs/Identified' }, { $ref: '#/$defs/Strict' }, { required: ['id'] }],
    };
    const sent = asSent(schemas);
    expect(sent.schemas['Strict']).toBe(schemas['Strict']);
    expect(sent.of(whole)).toEqual({
      allOf: [{ $ref: '#/$defs/Identified' }, { required: ['name'] }, { required: [] }],
    });
  });

  it('leave conditions and negations as they are', () => {
    const schema: JsonSchema = { properties: { id: { readOnly: true } }, not: { required: ['id'] } };
    expect(asSent({}).of(schema)).toEqual({ properties: {}, not: { required: ['id'] } });
  });

  it('end where a schema refers to itself', () => {
    const schemas: Schemas = {
      Loop: {
        allOf: [{ $ref: '#/$defs/Loop' }, { properties: { id: { readOnly: true } }, required: ['id'] }],
      },
    };
    expect(asSent(schemas).schemas['Loop']).toMatchObject({
      allOf: [{ $ref: '#/$defs/Loop' }, { properties: {}, required: [] }],
    });
  });
});

describe('schemas as they are answered', () => {
  it('forbid writeOnly properties, and do not require them', () => {
    const schema: JsonSchema = {
      properties: { name: string, password: { ...string, writeOnly: true } },
      required: ['name', 'password'],
    };
    expect(asAnswered({}).of(schema)).toEqual({
      properties: { name: string, password: false },
      required: ['name'],
    });
  });
});
