import type { Operation } from './api.ts';
import type { JsonSchema, Schemas } from './json-schema.ts';
import { answerSchema } from './resources.ts';
import { isScalar, members, types } from './schema-shape.ts';
import { kebab, wordsOf } from './words.ts';
import { escapeToken } from '../source/place.ts';

/** What the mark of the next page is called in an answer, the surest first; a plain `cursor` may be that of this page. */
const names: readonly string[] = [
  'next-cursor',
  'next-page-token',
  'next-token',
  'next-page',
  'next-marker',
  'next-page-cursor',
  'next-continuation-token',
  'continuation-token',
  'end-cursor',
  'next',
  'next-link',
  'next-url',
  'odata-next-link',
  'scroll-id',
  'continuation',
  'after',
];

/** How deep into an answer it may stand: `/paging/cursors/after`. */
const depth = 3;

/** Where an answer has the mark, or the URL, of the next page; undefined: the contract does not say. */
export function nextMarkIn(list: Operation, schemas: Schemas): string | undefined {
  const schema = answerSchema(list);
  const found = schema === undefined ? [] : [...scalarsIn(schema, '', { schemas, left: depth })];
  const rank = ({ name }: Found) => names.indexOf(name);
  return found.filter((one) => rank(one) !== -1).toSorted((one, other) => rank(one) - rank(other))[0]
    ?.pointer;
}

interface Found {
  readonly name: string;
  readonly pointer: string;
}

interface Looking {
  readonly schemas: Schemas;
  readonly left: number;
}

/** The scalar members of objects, lists left out; of what is called `next` itself, its `href`. */
function* scalarsIn(schema: JsonSchema, pointer: string, { schemas, left }: Looking): Generator<Found> {
  if (left === 0) return;
  for (const [member, shape] of members(schema, schemas)) {
    const name = kebab(wordsOf(member));
    const at = `${pointer}/${escapeToken(member)}`;
    if (isScalar(shape, schemas))
      yield { name: /^(href|url)$/.test(name) ? lastName(pointer) : name, pointer: at };
    else if (types(shape, schemas).includes('object'))
      yield* scalarsIn(shape, at, { schemas, left: left - 1 });
  }
}

function lastName(pointer: string): string {
  return kebab(wordsOf(pointer.slice(pointer.lastIndexOf('/') + 1)));
}
