import type { Json } from '../../src/api/json.ts';
import type { TestModel } from '../../src/model/model.ts';

/** Every text of a model that a suite must hold as data: values that are sent or expected, paths, labels of rows. */
export function textsOf({ fixtures, examples, suites }: TestModel): ReadonlySet<string> {
  const texts = new Set<string>();
  const cases = suites.flatMap(({ groups }) => groups.flatMap((group) => group.cases));
  for (const row of cases.flatMap(({ table }) => table?.rows ?? [])) {
    texts.add(row.label);
    for (const value of row.values) addTexts(value, texts);
  }
  visit([
    fixtures,
    examples,
    suites.map((suite) => suite.examples),
    cases.map(({ given, steps }) => [given, steps]),
  ]);
  return texts;

  function visit(part: unknown): void {
    if (Array.isArray(part)) return part.forEach(visit);
    if (typeof part !== 'object' || part === null) return;
    if ('kind' in part && part.kind === 'literal' && 'json' in part)
      return addTexts(part.json as Json, texts);
    if ('path' in part && typeof part.path === 'string') texts.add(part.path);
    Object.values(part).forEach(visit);
  }
}

function addTexts(json: Json, texts: Set<string>): void {
  if (typeof json === 'string') texts.add(json);
  if (typeof json !== 'object' || json === null) return;
  for (const [name, value] of Object.entries(json)) {
    if (!Array.isArray(json)) texts.add(name);
    addTexts(value, texts);
  }
}
