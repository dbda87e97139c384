import type { JsonType, SchemaObject } from '../../src/api/json-schema.ts';
import type { Contract, Promises, ResponsePromise } from '../../src/model/promises.ts';
import { membersOf, type Member } from './members.ts';
import type { Change, Mutation, MutationKind, Way } from './mutation.ts';

/**
 * Every mutation that applies to an operation: each kind at the first place in its good answers that it can be put to, and
 * each query parameter ignored.
 *
 * @param parameters Names of the query parameters that the suite sends.
 */
export function mutationsOf(
  operation: string,
  { operations, $defs }: Contract,
  parameters: readonly string[],
): readonly Mutation[] {
  const promises = operations[operation]!;
  const make = (kind: MutationKind, place: string, change: Change): Mutation => ({
    kind,
    operation,
    of: kind.startsWith('refusal') ? 'refusal' : 'success',
    place,
    change,
  });
  const success = successOf(promises);
  if (success === undefined) return [];
  const [status, promise] = success;
  const json = Object.entries(promise.content).find(([mediaType]) => /[/+]json\b/.test(mediaType))?.[1];
  const found = new Map<MutationKind, Mutation>();
  if (json !== undefined) {
    const { members, forbidden } = membersOf(json, $defs);
    for (const member of members) {
      for (const [kind, change] of changesOf(member)) {
        if (!found.has(kind)) found.set(kind, make(kind, pointer(member.way), change));
      }
    }
    const [leak] = forbidden;
    if (leak)
      found.set(
        'writeOnly member leaked',
        make('writeOnly member leaked', pointer(leak.way), { what: 'put', way: leak.way, value: 'leaked' }),
      );
  }
  const isGet = operation.startsWith('GET ');
  const header = Object.entries(promise.headers).find(([, { required }]) => required)?.[0];
  const hasContent = Object.keys(promise.content).length > 0;
  return [
    ...found.values(),
    ...(hasContent ? [make('body dropped', '', { what: 'no body' })] : []),
    ...(hasContent
      ? [make('media type changed', '', { what: 'header', name: 'content-type', value: 'text/html' })]
      : []),
    ...(header === undefined
      ? []
      : [make('required header dropped', header, { what: 'header', name: header })]),
    make('status swapped', String(status), { what: 'status', status: undeclared(promises) }),
    make('answered with 500', '', { what: 'status', status: 500 }),
    make('refusal made a 500', '', { what: 'status', status: 500 }),
    make('refusal made a success', '', { what: 'status', status }),
    ...(isGet
      ? parameters.map((parameter) =>
          make('query parameter ignored', parameter, { what: 'ignore', parameter }),
        )
      : []),
  ];
}

/** The first declared 2xx, and what is promised of it. */
function successOf({ responses }: Promises): readonly [number, ResponsePromise] | undefined {
  const found = Object.entries(responses)
    .filter(([status]) => /^2(\d\d|XX)$/.test(status))
    .sort(([a], [b]) => (a < b ? -1 : 1))[0];
  return found && [found[0] === '2XX' ? 200 : Number(found[0]), found[1]];
}

function undeclared({ responses }: Promises): number {
  return [202, 200, 203].find((status) => !(String(status) in responses))!;
}

/** What can be done to a member so that it breaks exactly what is promised of it. */
function changesOf({ way, schema, isRequired }: Member): readonly (readonly [MutationKind, Change])[] {
  const put = (value: unknown): Change => ({ what: 'put', way, value });
  const types = [schema.type ?? []].flat();
  const isInside = way.length > 0;
  const isFree = schema.enum === undefined && schema.const === undefined && !schema.format && !schema.pattern;
  return [
    ...(isRequired && typeof way.at(-1) === 'string'
      ? [['required member dropped', { what: 'remove', way }] as const]
      : []),
    ...(isInside && types.length > 0 ? [['type changed', put(otherThan(types))] as const] : []),
    ...(isInside && types.length > 0 && !types.includes('null') && !schema.enum?.includes(null)
      ? [['null put in', put(null)] as const]
      : []),
    ...(isInside && schema.enum?.every((value) => value === null || typeof value === 'string')
      ? [['outside its enum', put('no-such-value')] as const]
      : []),
    ...(checked.has(schema.format ?? '') ? [['format broken', put('not of this format')] as const] : []),
    ...(schema.pattern !== undefined && !matches(schema.pattern, '!')
      ? [['pattern broken', put('!')] as const]
      : []),
    ...outside(schema).map((value) => ['out of bounds', put(value)] as const),
    ...(schema.additionalProperties === false && types.includes('object')
      ? [['surprise in a closed object', { what: 'put', way: [...way, 'surprise'], value: 'itc' }] as const]
      : []),
    ...(isInside && types.includes('string') && isFree && !isIdentity(way)
      ? [['value altered', { what: 'alter', way }] as const]
      : []),
    ...(types.includes('array')
      ? [
          ['list emptied', { what: 'shorten', way, by: 'all' }] as const,
          ['last item missing', { what: 'shorten', way, by: 'one' }] as const,
        ]
      : []),
  ];
}

/** What the server chooses, so that nobody can know it. */
function isIdentity(way: Way): boolean {
  return /(^id|_id|Id|slug|uuid|key|url|type)$/.test(String(way.at(-1)));
}

/** Formats that emitted suites check. */
const checked: ReadonlySet<string> = new Set(['date', 'date-time', 'email', 'uuid', 'uri', 'ipv4', 'ipv6']);

const values: readonly (readonly [JsonType, unknown])[] = [
  ['string', 'text'],
  ['object', {}],
  ['array', []],
  ['boolean', true],
];

function otherThan(types: readonly JsonType[]): unknown {
  return values.find(([type]) => !types.includes(type))?.[1] ?? 0;
}

function outside({ minimum, maximum, maxLength, minLength }: SchemaObject): readonly unknown[] {
  if (minimum !== undefined) return [minimum - 1];
  if (maximum !== undefined) return [maximum + 1];
  if (maxLength !== undefined && maxLength < 10_000) return ['x'.repeat(maxLength + 1)];
  return minLength === 1 ? [''] : [];
}

function matches(pattern: string, text: string): boolean {
  return new RegExp(pattern, 'u').test(text);
}

function pointer(way: Way): string {
  return way.map((step) => `/${step}`).join('');
}
