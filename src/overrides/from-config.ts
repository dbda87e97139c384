import type { Json } from '../api/json.ts';
import { below, type Place } from '../source/place.ts';
import { codesOf } from './codes.ts';
import type { Override, SkipMatch } from './override.ts';

/** What an entry of itc.yaml says of its specs, as schemas/config.schema.json has it. */
export interface SaidInConfig {
  readonly operations?: Readonly<Record<string, SaidOfOperation>>;
  readonly parameters?: Values;
  readonly seeds?: Values;
  readonly produces?: Readonly<Record<string, string>>;
  readonly volatile?: Readonly<Record<string, boolean>>;
  readonly skip?: readonly (SkipMatch & { readonly reason: string })[];
}

interface SaidOfOperation {
  readonly status?: Values;
  readonly parameters?: Values;
  readonly fields?: Values;
  readonly body?: Json;
  readonly bodies?: Values;
  readonly produces?: Readonly<Record<string, string>>;
  readonly unsafe?: boolean;
  readonly owned?: boolean;
  readonly skip?: string;
}

type Values = Readonly<Record<string, Json>>;

/** The keys of an entry that are about what is tested, not about where it is written. */
export const saidKeys = [
  'operations',
  'parameters',
  'seeds',
  'produces',
  'volatile',
  'skip',
] as const satisfies readonly (keyof SaidInConfig)[];

/**
 * What an entry of itc.yaml says, as statements.
 *
 * @param said what the schema has accepted
 * @param entry where the entry stands
 */
export function fromConfig(said: SaidInConfig, entry: Place): readonly Override[] {
  const { operations = {}, parameters = {}, seeds = {}, produces = {}, volatile = {}, skip = [] } = said;
  const at = (...way: readonly (string | number)[]) => below(entry, ...way);
  return [
    ...Object.entries(parameters).map(([name, value]): Override => ({
      says: 'parameter',
      name,
      value,
      place: at('parameters', name),
    })),
    ...Object.entries(seeds).map(([name, value]): Override => ({
      says: 'seed',
      name,
      ...(value !== null && { value }),
      place: at('seeds', name),
    })),
    ...Object.entries(produces).map(([name, source]): Override => {
      const hash = source.indexOf('#');
      const [operation, pointer] = [source.slice(0, hash), source.slice(hash + 1)];
      return { says: 'produces', operation, name, pointer, place: at('produces', name) };
    }),
    ...Object.entries(volatile).map(([member, is]): Override => ({
      says: 'volatile',
      member,
      is,
      place: at('volatile', member),
    })),
    ...skip.map(({ reason, ...match }, index): Override => ({
      says: 'skip',
      match,
      reason,
      place: at('skip', index),
    })),
    ...Object.entries(operations).flatMap(([operation, of]) =>
      fromOperation(operation, of, at('operations', operation)),
    ),
  ];
}

function fromOperation(operation: string, said: SaidOfOperation, named: Place): readonly Override[] {
  const {
    status = {},
    parameters = {},
    fields = {},
    body,
    bodies = {},
    produces = {},
    unsafe,
    owned,
    skip,
  } = said;
  const at = (...way: readonly string[]) => ({ operation, named, place: below(named, ...way) });
  const each = <Value>(
    key: keyof SaidOfOperation,
    values: Readonly<Record<string, Value>>,
    say: (name: string, value: Value, at: Said) => Override,
  ) => Object.entries(values).map(([name, value]) => say(name, value, at(key, name)));
  return [
    ...each('status', status, (kind, value, where) => ({
      says: 'status',
      kind,
      codes: codesOf(value)!, // the schema has accepted them
      ...where,
    })),
    ...each('parameters', parameters, (name, value, where) => ({ says: 'parameter', name, value, ...where })),
    ...each('fields', fields, (pointer, value, where) => ({ says: 'member', pointer, value, ...where })),
    ...(body === undefined ? [] : [{ says: 'body', name: '', value: body, ...at('body') } as const]),
    ...each('bodies', bodies, (name, value, where) => ({ says: 'body', name, value, ...where })),
    ...each('produces', produces, (name, pointer, where) => ({ says: 'produces', name, pointer, ...where })),
    ...(unsafe === undefined ? [] : [{ says: 'unsafe', is: unsafe, ...at('unsafe') } as const]),
    ...(owned === undefined ? [] : [{ says: 'owned', is: owned, ...at('owned') } as const]),
    ...(skip === undefined ? [] : [skipOf(skip, at('skip'))]),
  ];
}

/** What is said of one operation, and where. */
interface Said {
  readonly operation: string;
  readonly named: Place;
  readonly place: Place;
}

function skipOf(reason: string, { operation, ...where }: Said): Override {
  return { says: 'skip', match: { operation }, reason, ...where };
}
