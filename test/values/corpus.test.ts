import { statSync } from 'node:fs';
import { registerSchema, unregisterSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/api/json.ts';
import type { Schemas } from '../../src/api/json-schema.ts';
import { Report } from '../../src/diagnostics/report.ts';
import { openapi } from '../../src/frontends/openapi/openapi.ts';
import { readSources } from '../../src/source/read.ts';
import { createBuilder } from '../../src/values/build.ts';
import { createDeviator, deviated } from '../../src/values/deviate.ts';
import { asSent } from '../../src/values/direction.ts';
import { strictFormats } from '../../src/values/formats.ts';
import { createValidator } from '../../src/values/validate.ts';
import { corpusFiles, withoutCorpus } from '../corpus-files.ts';

const files = corpusFiles('openapi-3.0', 'openapi-3.1', 'swagger-2.0', 'large');

/** Schemas of the corpus that no value can meet, or whose only values are nonsense; read one by one. */
const knownContradictions = new Set([
  // oneOf of open objects without required members: each value that one branch takes is taken by all.
  'intellifi.nl.json Item',
  'intellifi.nl.json SpotGet',
  'intellifi.nl.json SpotSet',
  'intellifi.nl.json SpotSetCreate',
  // allOf of an enumeration of `true` and one of `false`.
  'windows.net-graphrbac.json UserCreateParameters',
]);

interface Made {
  readonly schema: string;
  readonly size: 'minimal' | 'maximal';
  readonly value: Json;
}

async function schemasOf(file: string): Promise<Schemas> {
  const report = new Report();
  const [source] = await readSources(file, report);
  const api = await openapi.describe(source!, report, {
    allowOutside: false,
    allowNetwork: false,
    overlays: [],
  });
  return asSent(api!.schemas).schemas;
}

/** Ajv as facts about real contracts want it: formats of the strict set, patterns without the `u` flag. */
function ajvOver(schemas: Schemas): (name: string, value: Json) => boolean {
  const ajv = new Ajv2020({
    strict: false,
    unicodeRegExp: false,
    multipleOfPrecision: 9,
    logger: false,
    validateSchema: false,
  });
  addFormats.default(ajv, [...strictFormats]);
  ajv.addSchema({ $id: 'https://example.com/contract', $defs: schemas });
  return (name, value) => ajv.getSchema(`https://example.com/contract#/$defs/${name}`)!(value) as boolean;
}

describe.skipIf(withoutCorpus)('values of the corpus', () => {
  const counts = { judged: 0, byHyperjump: 0, deviations: 0 };

  it.each(files)('%s', { timeout: 240_000 }, async (file) => {
    const schemas = await schemasOf(file);
    const validator = createValidator(schemas);
    const builder = createBuilder(schemas, validator);
    const deviator = createDeviator(schemas, validator);
    const title = file.split('/').at(-1)!;
    const contradictions: string[] = [];
    const made: Made[] = [];
    for (const name of Object.keys(schemas)) {
      for (const size of ['minimal', 'maximal'] as const) {
        const built = builder.build({ $ref: `#/$defs/${name}` }, { size, seed: name });
        if ('value' in built) made.push({ schema: name, size, value: built.value });
        else if (!knownContradictions.has(`${title} ${name}`))
          contradictions.push(`${name}: ${built.contradiction.reason}`);
      }
    }
    expect(contradictions).toEqual([]);

    const isGood = ajvOver(schemas);
    expect(made.filter(({ schema, value }) => !isGood(schema, value)).map(({ schema }) => schema)).toEqual(
      [],
    );
    counts.judged += made.length;

    // One compilation for all: each value is a member of one object.
    const properties = Object.fromEntries(
      Object.keys(schemas).map((name) => [name, { $ref: `#/$defs/${name}` }]),
    );
    const uri = `https://example.com/${title}`;
    const root = { $schema: 'https://json-schema.org/draft/2020-12/schema', properties, $defs: schemas };
    registerSchema(root as never, uri);
    const judge = await validate(uri);
    for (const size of ['minimal', 'maximal'] as const) {
      const values = made
        .filter((one) => one.size === size)
        .map(({ schema, value }) => [schema, value] as const);
      if (!judge(Object.fromEntries(values) as never).valid) {
        const bad = values.filter(([schema, value]) => !judge({ [schema]: value } as never).valid);
        expect.fail(`invalid to hyperjump: ${bad.map(([schema]) => schema).join(', ')}`);
      }
      counts.byHyperjump += values.length;
    }
    unregisterSchema(uri);

    // Ajv generates code for each schema and judges each deviation: small contracts are enough.
    if (statSync(file).size > 400_000) return;
    for (const { schema, value } of made) {
      for (const deviation of deviator.deviations({ $ref: `#/$defs/${schema}` }, value).deviations) {
        const wrong = deviated(value, deviation);
        counts.deviations++;
        if (isGood(schema, wrong)) expect.fail(`${schema}: ${deviation.label} is valid to ajv`);
      }
    }
  });

  it('judges thousands of values', () => {
    console.info(
      `${counts.judged} values judged by ajv, ${counts.byHyperjump} by hyperjump; ${counts.deviations} deviations`,
    );
    expect(counts.judged).toBeGreaterThan(10_000);
    expect(counts.byHyperjump).toBe(counts.judged);
  });
});
