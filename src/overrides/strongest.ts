import type { Override } from './override.ts';

/**
 * Of statements about the same thing the strongest, which comes last: what the second source says wins over the first, and,
 * within a source, what is said of one operation over what is said of all. What skips adds up.
 */
export function strongest(...sources: readonly (readonly Override[])[]): readonly Override[] {
  const byThing = new Map<string, Override>();
  sources.flatMap(generalFirst).forEach((override, index) => {
    const thing = thingOf(override) ?? String(index);
    byThing.delete(thing);
    byThing.set(thing, override);
  });
  return [...byThing.values()];
}

function generalFirst(overrides: readonly Override[]): readonly Override[] {
  const isOfOne = (override: Override) => 'operation' in override && override.operation !== undefined;
  return [...overrides.filter((override) => !isOfOne(override)), ...overrides.filter(isOfOne)];
}

function thingOf(override: Override): string | undefined {
  switch (override.says) {
    case 'status':
      return JSON.stringify(['status', override.operation, override.kind]);
    case 'unsafe':
      return JSON.stringify(['unsafe', override.operation]);
    case 'owned':
      return JSON.stringify(['owned', override.operation]);
    case 'parameter':
    case 'seed':
      return JSON.stringify([override.says, override.operation ?? null, override.name]);
    case 'member':
      return JSON.stringify(['member', override.operation, override.pointer]);
    case 'body':
      return JSON.stringify(['body', override.operation, override.name]);
    case 'produces':
      return JSON.stringify(['produces', override.name]);
    case 'volatile':
      return JSON.stringify(['volatile', override.member]);
    case 'skip':
      return undefined;
  }
}
