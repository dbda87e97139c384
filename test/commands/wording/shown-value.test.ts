import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/model/model.ts';
import { scopeOf, shown } from '../../../src/commands/wording/shown-value.ts';
import { readable } from '../../../src/commands/wording/variables.ts';
import type { Value } from '../../../src/model/value.ts';

const book: Value = { kind: 'literal', json: { title: 'Dune', tags: ['a', 'b'], author: { name: 'Frank' } } };
const examples = new Map([['new book', book]]);
const newBook: Value = { kind: 'example', name: ['new', 'book'] };
const table = { columns: [['field'], ['value']], rows: [] };
const row = (field: string, value: string): Row => ({
  id: 'x',
  label: 'x',
  values: [field, value],
  at: 'a:1:1',
});
const inRow: Value = {
  kind: 'with',
  of: newBook,
  path: { kind: 'row', column: ['field'] },
  value: { kind: 'row', column: ['value'] },
};

describe('a value that is shown', () => {
  const scope = scopeOf({ table }, examples, row('author/name', ''));

  it('is an example with what the row changes', () => {
    expect(shown(inRow, scope)).toEqual({ title: 'Dune', tags: ['a', 'b'], author: { name: '' } });
  });

  it('is the example itself where no row is shown', () => {
    expect(shown(inRow, scopeOf({ table }, examples))).toEqual(shown(newBook, scope));
  });

  it('is without what is left out, members and items', () => {
    const without = (pointer: string): Value => ({
      kind: 'without',
      of: newBook,
      path: { kind: 'pointer', pointer },
    });
    expect(shown(without('title'), scope)).toEqual({ tags: ['a', 'b'], author: { name: 'Frank' } });
    expect(shown(without('tags/0'), scope)).toMatchObject({ tags: ['b'] });
  });

  it('gets members that it did not have', () => {
    const extra: Value = {
      kind: 'with',
      of: newBook,
      path: { kind: 'pointer', pointer: 'pages' },
      value: { kind: 'literal', json: 3 },
    };
    expect(shown(extra, scope)).toMatchObject({ title: 'Dune', pages: 3 });
  });

  it('has variables for what only the run knows', () => {
    const part: Value = { kind: 'part', of: 'fixture', in: 'body', name: ['author'], pointer: '/id' };
    expect(readable(String(shown(part, scope)))).toBe('$AUTHOR_ID');
    expect(readable(String(shown({ kind: 'seed', name: 'tenantId' }, scope)))).toBe('$TENANT_ID');
    expect(shown({ kind: 'unique', template: 'itc-####' }, scope)).toBe('itc-1234');
    expect(shown({ kind: 'unique', template: '4##', type: 'integer' }, scope)).toBe(412);
  });
});
