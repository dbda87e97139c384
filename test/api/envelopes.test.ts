import { expect, it } from 'vitest';
import { envelopeIn, isWrapper } from '../../src/api/envelopes.ts';

it.each([
  ['data', true],
  ['result', true],
  ['results', true],
  ['items', true],
  ['payload', true],
  ['_embedded', true],
  ['book', true],
  ['Books', true],
  ['newBooks', false],
  ['meta', false],
  ['datum', false],
])('isWrapper: %s %s', (member, is) => expect(isWrapper(member, ['book'])).toBe(is));

it('is the pointer of an object', () => {
  const object = { type: 'object' } as const;
  expect(envelopeIn({ properties: { meta: object, data: object } }, ['book'], {})).toBe('/data');
  expect(envelopeIn({ properties: { data: { type: 'array' } } }, ['book'], {})).toBeUndefined();
});
