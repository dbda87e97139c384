import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import { Report } from '../../src/diagnostics/report.ts';
import { readSources } from '../../src/source/read.ts';
import { richModel } from './rich-model.ts';

const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
const read = (name: string) => JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as object;
const model = ajv.compile(read('model'));
const config = ajv.compile(read('config'));

/** The same with one member more, in every object that is not a map by name. */
function* misspelt(
  value: unknown,
  whole: unknown,
  path: readonly (string | number)[] = [],
): Generator<readonly [string, unknown]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && !isMap(path)) yield [`/${path.join('/')}`, changed(whole, path)];
  for (const [key, member] of Object.entries(value)) {
    if (key === 'json' || key === 'example' || key === 'flows' || key === 'values') continue; // any JSON
    yield* misspelt(member, whole, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

const maps = new Set([
  'operations',
  'securitySchemes',
  '$defs',
  'responses',
  'content',
  'headers',
  'parameters',
]);

function isMap(path: readonly (string | number)[]): boolean {
  const last = path.at(-1);
  if (last === 'members' || last === 'mapping' || last === 'properties') return true;
  if (last === 'content') return path.includes('contract'); // and not of a file
  return path[0] === 'contract' && maps.has(String(last));
}

function changed(whole: unknown, path: readonly (string | number)[]): unknown {
  const copy = structuredClone(whole) as Record<string | number, unknown>;
  const target = path.reduce((at, key) => at[key] as Record<string | number, unknown>, copy);
  target['nmae'] = 1;
  return copy;
}

describe('model.schema.json', () => {
  it('is a valid schema, and accepts a model with a member of every kind', () => {
    expect(ajv.validateSchema(read('model'))).toBe(true);
    model(richModel);
    expect(model.errors ?? []).toEqual([]);
  });

  it('refuses a member that it does not know, wherever it stands', () => {
    const accepted = [...misspelt(richModel, richModel)]
      .filter(([, wrong]) => model(wrong))
      .map(([at]) => at);
    expect(accepted).toEqual([]);
  });

  it.each([
    ['another format', { format: 2 }],
    [
      'a name that is not in words',
      { examples: [{ name: ['New Book'], value: { kind: 'literal', json: 1 } }] },
    ],
    ['a value of no kind', { examples: [{ name: ['new'], value: { kind: 'guess' } }] }],
    ['no gaps', { gaps: undefined }],
  ])('refuses %s', (_what, change) => {
    expect(model(JSON.parse(JSON.stringify({ ...richModel, ...change })))).toBe(false);
  });
});

interface ConfigSchema {
  readonly $defs: {
    readonly skip: { readonly properties: { readonly kind: { readonly enum: readonly string[] } } };
    readonly operation: { readonly properties: { readonly status: { readonly properties: object } } };
  };
}

interface ModelSchema {
  readonly $defs: {
    readonly caseKind: { readonly enum: readonly string[] };
  };
}

describe('config.schema.json', () => {
  it('is a valid schema, and accepts every key', () => {
    expect(ajv.validateSchema(read('config'))).toBe(true);
    const entry = {
      spec: 'openapi.yaml',
      emit: ['pytest', 'model'],
      out: 'tests/{spec}/{emitter}',
      strength: 'http',
      include: ['tag:books'],
      exclude: ['/admin/**'],
      overlays: ['ci.yaml'],
      'allow-outside': true,
      'allow-network': true,
      validate: false,
      operations: {
        'create-book': {
          status: { required: 422, invalid: [400, '4XX'], 'not-found': [403, 404] },
          parameters: { limit: 5 },
          fields: { '/title': 'Emma' },
          body: { title: 'Emma' },
          bodies: { long: { title: 'War and Peace' } },
          produces: { bookId: '/id' },
          unsafe: false,
          skip: 'not now',
        },
      },
      parameters: { currency: 'EUR' },
      seeds: { petId: 7, coupon: null },
      produces: { bookId: 'create-book#/id' },
      volatile: { views: true, 'Book/version': false },
      skip: [{ case: 'books', operation: 'create-book', kind: 'happy', tag: 'books', reason: 'not now' }],
    };
    expect(config({ specs: [entry] })).toBe(true);
  });

  it('knows every kind of case that a model has', () => {
    const { $defs } = read('config') as ConfigSchema;
    const { enum: kinds } = (read('model') as ModelSchema).$defs.caseKind;
    expect($defs.skip.properties.kind.enum).toEqual(kinds);
    expect(Object.keys($defs.operation.properties.status.properties).sort()).toEqual(
      ['forbidden', 'invalid', ...kinds].sort(),
    );
  });

  it.each([
    {},
    { specs: [] },
    { specs: [{}] },
    { specs: [{ spec: 'a', emit: 'pytest' }] },
    { specs: [{ spec: 'a', x: 1 }] },
  ])('refuses %j', (wrong) => {
    expect(config(wrong)).toBe(false);
  });
});

describe('a compiled model', () => {
  it('is what model.schema.json describes', async () => {
    const report = new Report();
    const [source] = await readSources('specs/bookshop/openapi.yaml', report);
    const frontEnd = { allowOutside: false, allowNetwork: false, overlays: [] };
    const compiled = await compile(
      source!,
      { strength: 'convention', include: [], exclude: [], frontEnd },
      report,
    );
    model(JSON.parse(JSON.stringify(compiled.model)));
    expect(model.errors ?? []).toEqual([]);
  });
});
