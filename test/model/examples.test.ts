import { describe, expect, it } from 'vitest';
import { usesOf, visitor } from '../../src/model/examples.ts';
import type { Example } from '../../src/model/model.ts';
import type { Value } from '../../src/model/value.ts';
import { array, object } from '../../src/model/value.ts';

const seed: Value = { kind: 'seed', name: 'isbn' };
const ofBook: Value = { kind: 'example', name: ['new', 'book'] };
const ofAuthor: Value = { kind: 'example', name: ['new', 'author'] };
const examples = new Map<string, Example>([
  ['new-book', { name: ['new', 'book'], value: object({ isbn: seed, author: ofAuthor }) }],
  ['new-author', { name: ['new', 'author'], value: object({ name: seed }) }],
]);

describe('values behind a value', () => {
  it('are seen once each, by way of examples, too', () => {
    const seen: Value[] = [];
    visitor(examples, (value) => seen.push(value))(array([ofBook, seed, ofBook]));
    expect(seen.filter((value) => value === seed)).toHaveLength(1);
    expect(seen.filter((value) => value === ofBook)).toHaveLength(1);
    expect(seen).toContain(ofAuthor);
  });

  it('name the examples that are used, directly or not', () => {
    const uses = usesOf([{ given: [{ name: ['it'], value: ofBook }], steps: [] }], examples);
    expect([...uses.examples]).toEqual(['new-book', 'new-author']);
    expect([...uses.fixtures]).toEqual([]);
  });
});
