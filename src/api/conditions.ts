import type { Json } from './json.ts';
import type { JsonSchema } from './json-schema.ts';

/** What a criterion of a workflow asks for, whichever language said it. Runtime expressions are left as they are written. */
export type Condition =
  | { readonly kind: 'compares'; readonly left: Operand; readonly by: Comparison; readonly right: Operand }
  /** The value, as text, has a match of the regular expression. */
  | { readonly kind: 'matches'; readonly expression: string; readonly pattern: string }
  /** The value meets the schema. */
  | { readonly kind: 'meets'; readonly expression: string; readonly schema: JsonSchema }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** The same comparison with its sides changed: what is less than another is what the other is more than. */
export const turned: Readonly<Record<Comparison, Comparison>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** A number that stands in an order to another one, as JSON Schema says it. */
export function bounded(by: Exclude<Comparison, '==' | '!='>, limit: number): JsonSchema {
  const keywords = {
    '<': 'exclusiveMaximum',
    '<=': 'maximum',
    '>': 'exclusiveMinimum',
    '>=': 'minimum',
  } as const;
  return { type: 'number', [keywords[by]]: limit };
}

export type Operand =
  | { readonly kind: 'expression'; readonly expression: string }
  | { readonly kind: 'literal'; readonly json: Json };

/** Why a condition can't be checked, in words that go on from "it": `looks through all levels of a document`. */
export interface Unread {
  readonly unread: string;
}
