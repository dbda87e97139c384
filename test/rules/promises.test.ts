import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kebab, wordsOf } from '../../src/api/words.ts';
import { ruleBook } from '../../src/rules/index.ts';
import { rulePromises } from '../../src/rules/promises.ts';

/** The documentation of what a rule's file exports, as one line, without its references. */
function documentationOf(name: string): string {
  const text = readFileSync(`src/rules/${kebab(wordsOf(name))}.ts`, 'utf8');
  const end = text.indexOf(`export const ${name}: Rule`);
  const comment = text.slice(text.lastIndexOf('/**', end), end);
  return comment
    .replaceAll(/^[ /*]+/gm, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s*\([^()]*\)/g, '')
    .trim();
}

describe('what rules say', () => {
  it.each(Object.keys(ruleBook) as (keyof typeof ruleBook)[])('is what %s is documented to do', (name) => {
    const { says } = rulePromises[name];
    expect(documentationOf(name).startsWith(says)).toBe(true);
    expect(says).toMatch(/^[A-Z][^]*\.$/);
  });
});
