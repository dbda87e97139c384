import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/api/json.ts';
import type { JsonSchema } from '../../src/api/json-schema.ts';
import { echo } from '../../src/model/echo.ts';
import { literal, type Value } from '../../src/model/value.ts';

/** What is expected back, as a test would write it. */
function written(value: Value | undefined): string {
  if (value === undefined) return 'nothing';
  switch (value.kind) {
    case 'literal':
      return JSON.stringify(value.json);
    case 'without':
      return `${written(value.of)} without ${value.path.kind === 'pointer' ? value.path.pointer : 'a row'}`;
    default:
      return value.kind;
  }
}

const told = (json: Json, answer: JsonSchema | undefined, envelope = '') =>
  written(echo({ value: literal(json), json, envelope }, answer, {}));

describe('echo', () => {
  it('expects what was sent', () => expect(told({ a: 1 }, { properties: { a: {} } })).toBe('{"a":1}'));

  it('does not expect what the answer does not declare, or forbids', () => {
    expect(told({ a: 1, b: 2 }, { properties: { a: {} } })).toBe('{"a":1,"b":2} without b');
    expect(told({ a: 1, b: 2 }, { properties: { a: {}, b: false } })).toBe('{"a":1,"b":2} without b');
  });

  it('does not expect points in time and secrets as they were sent', () => {
    const answer: JsonSchema = {
      properties: {
        at: { format: 'date-time' },
        password: { writeOnly: true },
        title: {},
      },
    };
    const sent = { at: '2024-03-01T12:00:00Z', password: 'x', title: 'Dune' };
    expect(told(sent, answer)).toMatch(/ without at without password$/);
  });

  it.each<[string, object, Readonly<Record<string, JsonSchema>>]>([
    ['what changes by itself', { version: 3 }, { version: { type: 'integer' } }],
    ['capitals of an e-mail address', { email: 'Ada@example.org' }, { email: {} }],
    ['capitals of a UUID', { ref: '00000000-0000-4000-8000-00000000ABCD' }, { ref: {} }],
    ['spaces around a text', { note: ' so ' }, { note: {} }],
    ['a telephone number', { mobilePhone: '+1 555 0100' }, { mobilePhone: {} }],
    ['markup', { text: '<b>so</b>' }, { text: {} }],
    ['the address of a host', { site: 'https://ada.example' }, { site: {} }],
    ['an amount in digits', { price: '9.50' }, { price: { format: 'decimal' } }],
    ['identities where things are shown', { tags: ['a'] }, { tags: { items: { type: 'object' } } }],
    [
      'points in time of a list',
      { days: ['2024-03-01T12:00:00Z'] },
      { days: { items: { format: 'date-time' } } },
    ],
  ])('does not expect as it was sent: %s', (_, sent, properties) => {
    expect(told({ ...sent, title: 'Dune' } as Json, { properties: { ...properties, title: {} } })).toMatch(
      /^\S.* without \w+$/,
    );
  });

  it('expects small letters, digits and plain lists as they were sent', () => {
    const sent = { email: 'ada@example.org', phone: '15550100', tags: ['a'], version: 'IV' };
    const properties: JsonSchema = {
      properties: { email: {}, phone: {}, tags: { items: { type: 'string' } }, version: { type: 'string' } },
    };
    expect(told(sent, properties)).toBe(JSON.stringify(sent));
  });

  it('looks into objects and lists', () => {
    const answer: JsonSchema = {
      properties: { items: { items: { properties: { a: {} } } }, 'x/y': { properties: { b: {} } } },
    };
    expect(told({ items: [{ a: 1, z: 2 }], 'x/y': { z: 1, b: 1 } }, answer)).toMatch(
      / without items\/0\/z without x~1y\/z$/,
    );
  });

  it('looks into the envelope of the answer', () =>
    expect(told({ a: 1 }, { properties: { data: { properties: { a: {} } } } }, '/data')).toBe(
      '{"data":{"a":1}}',
    ));

  it('expects nothing where nothing is declared, or nothing is left', () => {
    expect(told({ a: 1 }, undefined)).toBe('nothing');
    expect(told({ a: 1 }, { properties: { b: {} } })).toBe('nothing');
    expect(told('text', { type: 'string' })).toBe('nothing');
  });
});
