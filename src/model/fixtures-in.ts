import { kebab } from '../api/words.ts';
import type { Call, Fixture } from './model.ts';
import type { Requests } from './requests.ts';
import { within, type Value } from './value.ts';

/** Every fixture that a fixture is made with, directly or by way of others. */
export function fixturesIn({ call, given = [] }: Fixture, requests: Requests): ReadonlySet<Fixture> {
  const byName = new Map(requests.fixtures.map((fixture) => [kebab(fixture.name), fixture]));
  const found = new Set<Fixture>();
  const look = (value: Value): void => {
    for (const part of within(value)) {
      if (part.kind === 'example') {
        const example = requests.examples.get(kebab(part.name));
        if (example) look(example.value);
      }
      const fixture =
        part.kind === 'part' && part.of === 'fixture' ? byName.get(kebab(part.name)) : undefined;
      if (fixture === undefined || found.has(fixture)) continue;
      found.add(fixture);
      valuesIn(fixture.call).forEach(look);
    }
  };
  [...valuesIn(call), ...given.map(({ value }) => value)].forEach(look);
  return found;
}

function valuesIn({ pathParameters, query, headers, cookies, body }: Call): readonly Value[] {
  return [pathParameters, query, headers, cookies, body?.value].filter((value) => value !== undefined);
}
