import { describe, expect, it } from 'vitest';
import { catalogue, type Entry } from '../../src/diagnostics/catalogue.ts';
import { suggestion } from '../../src/diagnostics/suggestion.ts';

describe('catalogue', () => {
  it.each(Object.entries<Entry>(catalogue))('%s speaks in sentences', (code, { message, help }) => {
    expect(code).toMatch(/^[a-z]+\/[a-z0-9-]+$/);
    expect(message).toMatch(/[.}:]$/);
    expect(help).toMatch(/^[A-Z{].*[.}]$/s);
  });
});

describe('suggestion', () => {
  it.each([
    ['pytets', ' Did you mean pytest?'],
    ['pytset', ' Did you mean pytest?'],
    ['Pytest', ' Did you mean pytest?'],
    ['modle', ' Did you mean model?'],
    ['rspec', ''],
    ['', ''],
  ])('of %j is %j', (word, expected) => {
    expect(suggestion(word, ['pytest', 'model'])).toBe(expected);
  });
});
