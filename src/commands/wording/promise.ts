import type { Check, Expectation, Relation, Statuses } from '../../model/expectation.ts';
import type { Json } from '../../api/json.ts';
import type { TestModel } from '../../model/model.ts';
import { alternatives } from '../../model/statuses.ts';
import { within, type Value } from '../../model/value.ts';

/** What must come back, in words: `201: application/json as the contract describes it; it contains what was sent`. */
export function promiseOf(
  { status, containing, checks = [] }: Expectation,
  operation: string,
  { contract }: TestModel,
): string {
  const responses = contract.operations[operation]?.responses ?? {};
  const bodies = new Set(status.codes.flatMap((code) => Object.keys(responses[String(code)]?.content ?? {})));
  const headers = new Set(
    status.codes.flatMap((code) =>
      Object.entries(responses[String(code)]?.headers ?? {}).flatMap(([name, { required }]) =>
        required ? [name] : [],
      ),
    ),
  );
  const described = [
    ...(bodies.size > 0 ? [`${[...bodies].join(' or ')} as the contract describes it`] : []),
    ...(headers.size > 0 ? [`with the header ${[...headers].join(', ')}`] : []),
  ].join(', ');
  return [
    described === '' ? statusWords(status) : `${statusWords(status)}: ${described}`,
    ...(containing ? [containingWords(containing)] : []),
    ...checks.map(checkWords),
  ].join('; ');
}

export function statusWords({ codes, family }: Statuses): string {
  if (family !== undefined) return `a refusal (${alternatives(codes.map(String))})`;
  return alternatives(
    codes.map((code) => (code === '2XX' ? 'any 2xx' : code === '4XX' ? 'any 4xx' : String(code))),
  );
}

/** Literal members as they are; else where they come from. */
function containingWords(value: Value): string {
  if (value.kind === 'literal') return `it contains ${jsonWords(value.json)}`;
  const isKept = [...within(value)].some(
    (part) => part.kind === 'part' && part.of === 'saved' && part.in === 'body' && part.pointer === '',
  );
  return isKept ? 'it says what it said before' : 'it contains what was sent';
}

/** JSON in which lines may break. */
function jsonWords(json: Json): string {
  const text = JSON.stringify(json, null, 1).replaceAll(/\n\s*/g, ' ');
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** Of JSON in a sentence, so many characters are shown. */
const longest = 400;

function checkWords(check: Check): string {
  switch (check.kind) {
    case 'lists':
      return `${listWords(check.pointer)} has the thing`;
    case 'lacks':
      return `${listWords(check.pointer)} does not have the thing`;
    case 'forgets':
      return 'it has nothing left of what was sent before';
    case 'every':
      return `every item of ${listWords(check.pointer)} that has ${check.member} ${relationWords[check.relation]}`;
    case 'sorted':
      return `${listWords(check.pointer)} is in ${check.order} order of ${check.member}`;
    case 'empty':
      return `${listWords(check.pointer)} has no items or nothing is there at all, where the answer is a success`;
    case 'meets':
      return `${check.of === 'body' ? 'it' : `the header ${check.header}`} meets the schema ${jsonWords(check.schema as Json)}`;
    case 'allows':
      return `the header Allow, where there is one, names ${check.methods.join(', ')}`;
  }
}

const relationWords: Readonly<Record<Relation, string>> = {
  equals: 'has the value that was asked for',
  'at-least': 'has no lesser value',
  'at-most': 'has no greater value',
  contains: 'has the text that was asked for in it',
};

function listWords(pointer: string): string {
  return pointer === '' ? 'the list' : `the list at ${pointer}`;
}
