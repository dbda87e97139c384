import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Node = Readonly<Record<string, unknown>>;

const text = readFileSync(new URL('../../specs/hostile/openapi.json', import.meta.url), 'utf8');
const contract = JSON.parse(text) as Node;

/** What a text of the contract breaks out with. */
const hazards = [
  '"',
  "'",
  '`',
  '"""',
  "'''",
  '*/',
  '//',
  '\n',
  '\r\n',
  '\u2028',
  '#{',
  '${',
  '{0}',
  '%s',
  '\\',
  '\0',
  '\u001B',
  '../../',
  '/etc/passwd',
  'C:\\con',
  '</script>',
  '\u202E',
  '\uFEFF',
  '\u200B',
  '\u{1F469}\u200D\u{1F4BB}',
  '\uD800b',
  '__proto__',
  'constructor',
  'very-long-'.repeat(40),
  'class',
];

/** Every text that stands somewhere: under a name, or as the name itself. */
function textsAt(name: string, node: unknown = contract): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => [
    ...(key === name
      ? (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')
      : []),
    ...textsAt(name, value),
  ]);
}

const namesAt = (name: string, node: unknown = contract): readonly string[] =>
  typeof node !== 'object' || node === null
    ? []
    : Object.entries(node).flatMap(([key, value]) => [
        ...(key === name ? Object.keys(value as Node) : []),
        ...namesAt(name, value),
      ]);

describe('the hostile contract', () => {
  it('is written in ASCII, so that a reader sees all of it', () => {
    expect(text).toMatch(/^[\n\u0020-\u007E]*$/);
  });

  it.each([
    ['tags', textsAt('tags')],
    ['operation ids', textsAt('operationId')],
    ['summaries', textsAt('summary')],
    ['descriptions', textsAt('description')],
    ['enum values', textsAt('enum')],
    ['schema examples', textsAt('examples')],
    ['defaults', textsAt('default')],
    ['values of named examples', textsAt('text')],
    ['parameters', textsAt('name')],
    ['properties', namesAt('properties')],
  ])('attacks with its %s in every way', (_, texts) => {
    expect(hazards.filter((hazard) => !texts.some((one) => one.includes(hazard)))).toEqual([]);
  });

  it('attacks with its paths in every way but braces, which are templates', () => {
    const paths = Object.keys(contract['paths'] as Node);
    const missing = hazards.filter((hazard) => !paths.some((path) => path.includes(hazard)));
    expect(missing).toEqual(['#{', '${', '{0}']);
  });

  it('attacks with media types, patterns, headers and names of security schemes too', () => {
    expect(namesAt('content').filter((type) => /[*#$']/.test(type))).not.toEqual([]);
    expect(textsAt('pattern').filter((pattern) => /["'`#$/\\]/.test(pattern)).length).toBeGreaterThan(10);
    expect(namesAt('headers')).toContain('X-#{exit(1)}');
    expect(namesAt('securitySchemes')).toEqual(['__proto__', 'class', '..']);
  });

  it('has ids that are alike but for case and punctuation, and differ all the same', () => {
    const ids = Object.values(contract['paths'] as Node).flatMap((item) =>
      textsAt('operationId', item).slice(0, 1),
    );
    const alike = ids.filter((id) => id.replaceAll(/[^a-z]/gi, '').toLowerCase() === 'getthing');
    expect(alike.length).toBeGreaterThanOrEqual(8);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
