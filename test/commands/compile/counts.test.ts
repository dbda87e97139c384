import { describe, expect, it } from 'vitest';
import { countsOf } from '../../../src/commands/compile/counts.ts';
import type { Case, Fixture, TestModel } from '../../../src/model/model.ts';
import type { Value } from '../../../src/model/value.ts';

const seed: Value = { kind: 'seed', name: 'shelf' };
const status = { status: { codes: [200] } } as const;

function call(pathParameters?: Value): Fixture['call'] {
  return {
    operation: 'get-book',
    method: 'GET',
    path: '/',
    as: 'user',
    ...(pathParameters && { pathParameters }),
  };
}

function caseWith(id: string, value: Value | undefined, more: Partial<Case> = {}): Case {
  const steps = [{ call: call(value), expect: status }];
  return { id, title: id, kind: 'happy', strength: 'contract', steps, at: '', ...more };
}

function model(cases: readonly Case[], more: Partial<TestModel> = {}): TestModel {
  return {
    format: 1,
    title: '',
    spec: '',
    contract: {
      operations: { 'GET /': { key: 'get-book', at: '', security: [], responses: {} } },
      securitySchemes: {},
      $defs: {},
    },
    dependencies: [],
    credentials: [],
    logIns: [],
    fixtures: [],
    examples: [],
    suites: [{ name: ['all'], heading: '', examples: [], groups: [{ name: ['all'], heading: '', cases }] }],
    gaps: [],
    ...more,
  };
}

function part(name: string): Value {
  return { kind: 'part', of: 'fixture', in: 'body', name: [name], pointer: '' };
}

function fixture(name: string, value: Value): Fixture {
  return { name: [name], summary: '', call: call(value), expect: status };
}

describe('countsOf', () => {
  it('counts each row of a table as a case', () => {
    const row = { label: '', values: [], at: '' };
    const table = {
      columns: [],
      rows: [
        { id: 'b/1', ...row },
        { id: 'b/2', ...row },
      ],
    };
    const gaps = [{ code: 'no-producer', reason: '', at: '' }];
    const counts = countsOf(
      model([caseWith('a', undefined), caseWith('b', undefined, { kind: 'bounds', table })], { gaps }),
    );
    expect(counts).toEqual({
      operations: 1,
      tested: 1,
      cases: 3,
      kinds: { happy: 1, bounds: 2 },
      pending: 0,
      gaps: 1,
      gapCodes: { 'no-producer': 1 },
    });
  });

  it('has kinds in the order of all kinds, whatever comes first', () => {
    const cases = [
      caseWith('a', undefined, { kind: 'workflow' }),
      caseWith('b', undefined, { kind: 'auth' }),
      caseWith('c', undefined),
      caseWith('d', undefined, { kind: 'auth' }),
    ];
    expect(Object.entries(countsOf(model(cases)).kinds)).toEqual([
      ['happy', 1],
      ['auth', 2],
      ['workflow', 1],
    ]);
  });

  it('finds a seed wherever a case gets its values from', () => {
    const cases = [
      caseWith('direct', { kind: 'object', members: { id: seed } }),
      caseWith('in an example', {
        kind: 'without',
        of: { kind: 'example', name: ['book'] },
        path: { kind: 'pointer', pointer: 'a' },
      }),
      caseWith('in a fixture of a fixture', part('book')),
      caseWith('in what is given', { kind: 'given', name: ['x'] }, { given: [{ name: ['x'], value: seed }] }),
      caseWith('nowhere', part('author')),
    ];
    const counts = countsOf(
      model(cases, {
        examples: [{ name: ['book'], value: { kind: 'array', items: [seed] } }],
        fixtures: [
          fixture('shelf', seed),
          fixture('book', part('shelf')),
          fixture('author', { kind: 'literal', json: 1 }),
        ],
      }),
    );
    expect([counts.pending, counts.cases]).toEqual([4, 5]);
  });
});
