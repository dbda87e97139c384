import type { Expectation } from '../../model/expectation.ts';
import type { Call, Case, Example, Fixture, Suite, TestModel } from '../../model/model.ts';
import type { Value } from '../../model/value.ts';

/** Named values and fixtures that a value may speak of, and whether each needs a seed, as far as it is known. */
interface Scope {
  readonly examples: ReadonlyMap<string, Value>;
  readonly fixtures: ReadonlyMap<string, Fixture>;
  readonly known: Map<Value | Fixture, boolean>;
}

/** Tells of a case whether it is pending: whether it, or a fixture or example that it uses, needs a seed value. */
export function createSeedSearch(model: TestModel): (test: Case, suite: Suite) => boolean {
  const fixtures = new Map(model.fixtures.map((fixture) => [key(fixture.name), fixture]));
  const known: Scope['known'] = new Map();
  const scopes = new Map(
    model.suites.map((suite) => {
      const examples = byName([...model.examples, ...suite.examples]);
      return [suite, { examples, fixtures, known } satisfies Scope];
    }),
  );
  return (test, suite) => {
    const scope = scopes.get(suite)!;
    return [
      ...(test.given ?? []).map(({ value }) => value),
      ...test.steps.flatMap(({ call, expect }) => [...valuesOfCall(call), ...valuesOfExpectation(expect)]),
    ].some((value) => hasSeed(value, scope));
  };
}

function hasSeed(value: Value, scope: Scope): boolean {
  const before = scope.known.get(value);
  if (before !== undefined) return before;
  const found = looksForSeed(value, scope);
  scope.known.set(value, found);
  return found;
}

function looksForSeed(value: Value, scope: Scope): boolean {
  switch (value.kind) {
    case 'seed':
      return value.default === undefined;
    case 'object':
      return Object.values(value.members).some((member) => hasSeed(member, scope));
    case 'array':
      return value.items.some((item) => hasSeed(item, scope));
    case 'text':
      return value.parts.some((part) => hasSeed(part, scope));
    case 'entry':
      return hasSeed(value.value, scope);
    case 'without':
      return hasSeed(value.of, scope);
    case 'with':
      return hasSeed(value.of, scope) || hasSeed(value.value, scope);
    case 'example': {
      const example = scope.examples.get(key(value.name));
      return example !== undefined && hasSeed(example, scope);
    }
    case 'part': {
      const fixture = value.of === 'fixture' ? scope.fixtures.get(key(value.name)) : undefined;
      return fixture !== undefined && fixtureHasSeed(fixture, scope);
    }
    case 'given': // looked at with its case or fixture
    case 'literal':
    case 'row':
    case 'unique':
    case 'file':
      return false;
  }
}

function fixtureHasSeed(fixture: Fixture, scope: Scope): boolean {
  const before = scope.known.get(fixture);
  if (before !== undefined) return before;
  const own = [...(fixture.given ?? []).map(({ value }) => value), ...(fixture.value ? [fixture.value] : [])];
  const found = [...own, ...valuesOfCall(fixture.call)].some((value) => hasSeed(value, scope));
  scope.known.set(fixture, found);
  return found;
}

function valuesOfCall({ pathParameters, query, headers, cookies, body }: Call): readonly Value[] {
  return [pathParameters, query, headers, cookies, body?.value].filter((value) => value !== undefined);
}

function valuesOfExpectation({ containing, checks }: Expectation): readonly Value[] {
  return [
    ...(containing ? [containing] : []),
    ...(checks ?? []).flatMap((check) =>
      'item' in check ? [check.item] : 'value' in check ? [check.value] : [],
    ),
  ];
}

function byName(examples: readonly Example[]): ReadonlyMap<string, Value> {
  return new Map(examples.map(({ name, value }) => [key(name), value]));
}

function key(name: readonly string[]): string {
  return name.join(' ');
}
