import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../src/api/json-schema.ts';
import { isVolatile, volatileMembers } from '../../src/model/volatile.ts';

const text = { type: 'string' } as const;
const number = { type: 'integer' } as const;
const time = { type: 'string', format: 'date-time' } as const;

describe('a member changes by itself', () => {
  it.each<[string, JsonSchema]>([
    ['updatedAt', time],
    ['updated_at', text],
    ['last_modified', time],
    ['lastUpdateTime', text],
    ['modifiedBy', text],
    ['lastLogin', time],
    ['etag', text],
    ['requestId', text],
    ['version', number],
    ['resourceVersion', { ...text, readOnly: true }],
    ['viewCount', number],
    ['uptime', number],
    ['expiresIn', { ...number, readOnly: true }],
    ['publishedAt', { ...time, readOnly: true }],
    ['title', { ...text, 'x-itc-volatile': true }],
    ['owner', { allOf: [text], 'x-itc-volatile': true }],
  ])('%s %j', (name, schema) => {
    expect(isVolatile(name, schema, {})).toBe(true);
  });

  it.each<[string, JsonSchema]>([
    ['title', text],
    ['version', text],
    ['age', number],
    ['active', { type: 'boolean' }],
    ['login', text],
    ['dueAt', time],
    ['createdAt', { ...time, readOnly: true }],
    ['date_joined', { ...time, readOnly: true }],
    ['updatedAt', { ...time, 'x-itc-volatile': false }],
    ['views', { type: 'array', items: text }],
  ])('not %s %j', (name, schema) => {
    expect(isVolatile(name, schema, {})).toBe(false);
  });
});

describe('the volatile members of an answer', () => {
  it('are pointers, the outermost of each branch, through references and envelopes', () => {
    const schemas = {
      Book: { properties: { id: number, 'a/b': { properties: { etag: text } }, updatedAt: time } },
    };
    const answer = {
      properties: { data: { $ref: '#/$defs/Book' }, requestId: text, items: { type: 'array' } },
    } as const;
    expect(volatileMembers(answer, schemas)).toEqual(['/data/a~1b/etag', '/data/updatedAt', '/requestId']);
    expect(volatileMembers(undefined, schemas)).toEqual([]);
  });

  it('of a schema that holds itself are found, too', () => {
    const schemas = { Node: { properties: { next: { $ref: '#/$defs/Node' }, views: number } } };
    expect(volatileMembers({ $ref: '#/$defs/Node' }, schemas)).toContain('/next/next/views');
  });
});
