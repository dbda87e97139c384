import type { Ask, Asked } from '../model/emitter.ts';
import type { TestModel } from '../model/model.ts';
import type { Promises } from '../model/promises.ts';
import { constant, wordsOf } from '../print/names.ts';
import type { SetupEntries, SetupEntry } from './setup-entries.ts';

/**
 * What cases need the setup file to give: each seed that has no value yet, and of each operation that is called one
 * alternative of its security.
 *
 * @param lineOf The line that a language adds to the file for an entry.
 */
export function asksOf(
  model: TestModel,
  { credentials, seeds }: SetupEntries,
  lineOf: (entry: SetupEntry) => string,
): readonly Ask[] {
  const asked = (kind: Asked['kind'], entry: SetupEntry): Asked => {
    const where = { credential: 'credentials', seed: 'seeds' } as const;
    return { kind, name: entry.name, where: where[kind], line: lineOf(withVariable(entry)) };
  };
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

/** A setup file that was written before has none of the functions that log in. */
function withVariable(entry: SetupEntry): SetupEntry {
  const name = `CREDENTIAL_${constant(wordsOf(entry.name))}`;
  return entry.source.kind === 'log-in' ? { ...entry, source: { kind: 'variable', name } } : entry;
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
