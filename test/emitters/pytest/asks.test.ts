import { expect, it } from 'vitest';
import { pytest } from '../../../emitters/pytest/index.ts';
import type { TestModel } from '../../../src/model/model.ts';
import { bookshop } from '../model.ts';

/** What the set-up is asked for: of each ask its alternatives, and the lines of each. */
function lines(model: TestModel): readonly (readonly (readonly string[])[])[] {
  const setUp = pytest.emit(model).files.find(({ path }) => path === 'conftest.py');
  return (setUp?.asks ?? []).map((sets) =>
    sets.map((set) => set.map(({ where, line }) => `${where}: ${line}`)),
  );
}

const bearer = 'credentials: "bearerAuth": os.environ.get("CREDENTIAL_BEARER_AUTH"),';

it('asks once for the credential that the operations need that are called', () => {
  expect(lines(bookshop)).toEqual([[[bearer]]]);
});

it('asks for no credential of an operation that nobody calls', () => {
  expect(lines({ ...bookshop, fixtures: [], suites: [] })).toEqual([]);
});

it('asks for any alternative, and for nothing where everybody is let in', () => {
  const operations = Object.fromEntries(
    Object.entries(bookshop.contract.operations).map(([name, promises]) => [
      name,
      { ...promises, security: [[], [{ scheme: 'bearerAuth', scopes: [] }]] },
    ]),
  );
  expect(lines({ ...bookshop, contract: { ...bookshop.contract, operations } })).toEqual([[[], [bearer]]]);
});

it('asks for each seed', () => {
  const shelf = { name: ['new', 'shelf'], value: { kind: 'seed', name: 'shelfId' } } as const;
  const suite = { ...bookshop.suites[0]!, examples: [shelf], groups: [] };
  expect(lines({ ...bookshop, fixtures: [], examples: [], suites: [suite] })).toEqual([
    [['seeds: "shelfId": os.environ.get("SEED_SHELF_ID"),']],
  ]);
});
