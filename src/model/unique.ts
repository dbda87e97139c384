import type { Operation } from '../api/api.ts';
import type { Json } from '../api/json.ts';
import type { JsonSchema, Schemas } from '../api/json-schema.ts';
import { remembered } from '../api/remembered.ts';
import { members, parts } from '../api/schema-shape.ts';
import { wordsOf } from '../api/words.ts';
import type { Value } from './value.ts';

/** Names whose values nearly every API keeps unique. */
const always = new Set(['email', 'username', 'login', 'slug', 'isbn', 'sku', 'handle', 'nickname']);
/** Names whose values are unique where the operation declares a 409. */
const onConflict = new Set([
  'name',
  'title',
  'code',
  'key',
  'id',
  'identifier',
  'number',
  'domain',
  'reference',
  'label',
]);

/** Whether the contract itself says, in a description, which members of a body are unique. */
export function saysWhatIsUnique(body: JsonSchema, schemas: Schemas): boolean {
  return typeof body === 'object' && hasCalledUnique(body, schemas);
}

const hasCalledUnique = remembered((body, schemas): boolean =>
  [...members(body, schemas).values()].some((member) => isCalledUnique(member, schemas)),
);

/**
 * Whether two requests with the same value here would be in each other's way: names that nearly every API keeps unique,
 * and what the contract calls unique. Where it calls nothing so and yet declares a 409, whatever looks like a name.
 */
export function mustBeUnique(member: Member, operation: Operation, schemas: Schemas): boolean {
  const last = wordsOf(member.name).at(-1) ?? '';
  if (operation.method === 'DELETE') return false; // it names what is there already
  const declaresConflict = operation.responses.some(({ status }) => status === '409');
  return (
    always.has(last) ||
    isCalledUnique(member.schema, schemas) ||
    (declaresConflict && !member.isTold && onConflict.has(last))
  );
}

interface Member {
  readonly name: string;
  readonly schema: JsonSchema;
  /** Whether the contract says which members of this body are unique. */
  readonly isTold: boolean;
}

/** A "unique identifier" is the identity of a thing, whoever speaks of it: that says nothing of this value. */
function isCalledUnique(schema: JsonSchema, schemas: Schemas): boolean {
  return parts(schema, schemas).some(
    ({ description }) =>
      description !== undefined && /\bunique\b(?!\s+(id|identifier|key)\b)/i.test(description),
  );
}

/** How many digits make a value unique: as many as fit, eight at best, three at least. */
const widths = [8, 6, 4, 3] as const;

/**
 * A value like `good` that no two runs share: text, or a whole number. Undefined where the schema leaves no room for one:
 * an enum, a short maxLength, a pattern without digits, bounds too close to each other.
 *
 * @param isValid judges a whole value of the schema
 */
export function uniqueLike(good: Json, isValid: (value: Json) => boolean): Value | undefined {
  if (typeof good === 'string' && !good.includes('#')) {
    const template = firstWithRoom(textTemplates(good), isValid);
    return template === undefined ? undefined : { kind: 'unique', template };
  }
  if (typeof good === 'number') {
    const template = firstWithRoom(numberTemplates(good), (text) => isValid(Number(text)));
    return template === undefined ? undefined : { kind: 'unique', template, type: 'integer' };
  }
  return undefined;
}

/** The first template that is valid whatever its digits are: with the least and the greatest, and with the least step. */
function firstWithRoom(
  templates: readonly string[],
  isValid: (value: string) => boolean,
): string | undefined {
  return templates.find((template) => {
    const last = template.lastIndexOf('#');
    const step = `${template.slice(0, last)}1${template.slice(last + 1)}`;
    return (
      [template, step].every((one) => isValid(one.replaceAll('#', '0'))) &&
      ['5', '9'].every((digit) => isValid(template.replaceAll('#', digit)))
    );
  });
}

function textTemplates(good: string): readonly string[] {
  return widths.flatMap((width) => [...replaceDigits(good, width), ...insert(good, '#'.repeat(width))]);
}

/** A first digit, which keeps the number as long as it is, and nine digits at most: they fit into 32 bits. */
function numberTemplates(good: number): readonly string[] {
  const own = /[1-9]/.exec(String(Math.abs(good)))?.[0] ?? '1';
  const firsts = [...new Set([own, ...'123456789'])];
  // Of what must be a multiple of 10 or 100, or of 2, 5 or 25, the last digits stay.
  const ends = ['', '0', '00'];
  return widths.flatMap((width) =>
    ends.flatMap((end) => firsts.map((first) => first + '#'.repeat(width - end.length) + end)),
  );
}

/** The last run of digits that is long enough, with its last `width` digits open. */
function replaceDigits(good: string, width: number): readonly string[] {
  const run = [...good.matchAll(/\d+/g)].findLast(([digits]) => digits.length >= width);
  if (run === undefined) return [];
  const end = run.index + run[0].length;
  return [good.slice(0, end - width) + '#'.repeat(width) + good.slice(end)];
}

/** Digits behind the good value; before the `@` of an address, before the ending of a file name or URL. */
function insert(good: string, digits: string): readonly string[] {
  const [, address, domain] = /^([^@\s]+)@([^@\s]+)$/.exec(good) ?? [];
  if (address !== undefined) return [`${address}-${digits}@${domain}`];
  const separators = /\s/.test(good) ? [' ', '-', ''] : ['-', '_', ' ', ''];
  return [
    ...separators.map((separator) => good + separator + digits),
    ...separators.map(
      (separator) => good.slice(0, Math.max(1, good.length - digits.length - 1)) + separator + digits,
    ),
  ];
}
