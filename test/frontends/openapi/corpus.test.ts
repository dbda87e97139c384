import { describe, expect, it } from 'vitest';
import { Report } from '../../../src/diagnostics/report.ts';
import { frontEnds } from '../../../src/frontends/index.ts';
import { createLocator } from '../../../src/source/locate.ts';
import { segmentsOf } from '../../../src/source/place.ts';
import { readSources } from '../../../src/source/read.ts';
import type { Source } from '../../../src/source/source.ts';
import { corpusFiles, withoutCorpus } from '../../corpus-files.ts';
import { confined } from './describing.ts';

const data = new Set(['examples', 'default', 'enum', 'const', 'example', 'extensions']);

/** The `$ref`s of an Api, but for those in data; names of properties are no keywords. */
function* references(value: unknown, isNames = false): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (!isNames && key === '$ref' && typeof child === 'string') yield child;
    if (isNames || !data.has(key))
      yield* references(child, !isNames && /^(properties|patternProperties|dependentSchemas)$/.test(key));
  }
}

async function holds(source: Source): Promise<void> {
  const report = new Report();
  const api = await frontEnds
    .find((frontEnd) => frontEnd.recognises(source))
    ?.describe(source, report, { ...confined, allowOutside: true });
  if (!api) throw new Error(`${source.document} is not described.`);
  expect(report.hasErrors, source.document).toBe(false);
  const hasPaths = !/webhook-example/.test(source.document);
  expect(api.operations.length > 0, source.document).toBe(hasPaths);
  expect(new Set(api.operations.map(({ key }) => key)).size, source.document).toBe(api.operations.length);

  const names = new Set(Object.keys(api.schemas).map((name) => `#/$defs/${name}`));
  const dangling = [...references(api.operations), ...references(Object.values(api.schemas))].filter(
    (name) => !names.has(name),
  );
  expect(dangling, source.document).toEqual([]);
  expect(Object.keys(api.schemaPlaces)).toEqual(Object.keys(api.schemas));
  expect([...names].filter((name) => !/^#\/\$defs\/[A-Za-z0-9._-]+$/.test(name))).toEqual([]);

  const locate = createLocator([source]);
  for (const { method, place } of api.operations) {
    const located = locate(place);
    const text = located?.lineText(located.line)?.slice(located.column - 1) ?? '';
    const key = segmentsOf(place.pointer).at(-1) ?? '';
    expect(text.replace(/^["']/, '').startsWith(key), `${source.document} ${method} ${place.pointer}`).toBe(
      true,
    );
  }
}

describe.skipIf(withoutCorpus)('every description of the corpus', () => {
  it.each(corpusFiles('openapi-3.0', 'openapi-3.1', 'swagger-2.0', 'oai-examples', 'large'))(
    'is described: %s',
    async (file) => {
      const report = new Report();
      const [source] = await readSources(file, report);
      expect(report.diagnostics).toEqual([]);
      // Parts that a description is split into are no descriptions.
      if (frontEnds.some((frontEnd) => frontEnd.recognises(source!))) await holds(source!);
      else expect(file).toMatch(/petstore-separate/);
    },
  );
});
