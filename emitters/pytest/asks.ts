import type { Ask, Asked } from '../../src/model/emitter.ts';
import type { TestModel } from '../../src/model/model.ts';
import type { Promises } from '../../src/model/promises.ts';
import type { Doc } from '../../src/print/document.ts';
import { constant, wordsOf } from '../../src/print/names.ts';
import { print } from '../../src/print/print.ts';
import { printEntry } from './setup.ts';
import type { SetupEntries, SetupEntry } from './setup-entries.ts';

/** What cases need conftest.py to give: each seed that has no value yet, and of each operation that is called one alternative of its security. */
export function asksOf(model: TestModel, { credentials, seeds }: SetupEntries): readonly Ask[] {
  const schemes = new Map(credentials.map((entry) => [entry.name, asked('credential', entry)]));
  const secured = calledBy(model).map(({ security }) =>
    security.map((alternative) => alternative.flatMap(({ scheme }) => schemes.get(scheme) ?? [])),
  );
  const distinct = new Map(
    secured.filter(({ length }) => length > 0).map((ask) => [JSON.stringify(ask), ask]),
  );
  return [
    ...distinct.values(),
    ...seeds.flatMap((entry) => (entry.isOptional ? [] : [[[asked('seed', entry)]]])),
  ];
}

function asked(kind: Asked['kind'], entry: SetupEntry): Asked {
  const where = { credential: 'credentials', seed: 'seeds' } as const;
  const { name, source } = entry;
  // A set-up that was written before has none of the functions that log in.
  const variable = `CREDENTIAL_${constant(wordsOf(name))}`;
  const known =
    source.kind === 'log-in' ? { ...entry, source: { kind: 'variable', name: variable } as const } : entry;
  return { kind, name, where: where[kind], line: `${oneLine(printEntry(known))},` };
}

/** The promises of the operations that cases and fixtures call with a credential. */
function calledBy({ suites, fixtures, contract }: TestModel): readonly Promises[] {
  const steps = suites.flatMap(({ groups }) =>
    groups.flatMap(({ cases }) => cases.flatMap((test) => test.steps)),
  );
  const called = new Set(
    [...fixtures, ...steps].filter(({ call }) => call.as === 'user').map(({ call }) => call.operation),
  );
  return Object.values(contract.operations).filter(({ key }) => called.has(key));
}

function oneLine(document: Doc): string {
  return print(document, { width: Infinity, tab: 4 }).trimEnd();
}
