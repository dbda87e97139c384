import { bounded, turned, type Condition, type Operand } from '../../api/conditions.ts';
import { isObject, type Json } from '../../api/json.ts';
import type { JsonSchema } from '../../api/json-schema.ts';
import { pointerTokens } from '../../api/schema-shape.ts';

/** What a condition asks of one part of an answer: its body, or the text of a header. */
export interface Asked {
  /** `body`, or the name of a header. */
  readonly of: string;
  readonly schema: JsonSchema;
}

/**
 * A condition on the body or on one header of an answer, held against literals, as a JSON Schema: every language then judges
 * it alike. A text says why there is none.
 */
export function schemaOf(condition: Condition): Asked | string {
  switch (condition.kind) {
    case 'compares':
      return compared(condition);
    case 'matches':
      return placed(condition.expression, { type: 'string', pattern: condition.pattern });
    case 'meets':
      return placed(condition.expression, condition.schema);
    case 'not': {
      const inside = schemaOf(condition.of);
      if (typeof inside === 'string') return inside;
      return inside.of === 'body' ? { of: 'body', schema: { not: inside.schema } } : lenient;
    }
    case 'all':
    case 'any': {
      const parts = condition.of.map(schemaOf);
      const broken = parts.find((part) => typeof part === 'string');
      if (broken !== undefined) return broken;
      const asked = parts.filter((part) => typeof part !== 'string');
      const { of } = asked[0]!;
      if (asked.some((part) => part.of.toLowerCase() !== of.toLowerCase()))
        return 'asks for one of several parts of the answer';
      const schemas = asked.map(({ schema }) => schema);
      return { of, schema: condition.kind === 'all' ? { allOf: schemas } : { anyOf: schemas } };
    }
  }
}

const lenient = 'is met by an answer without the header, too';

function compared({ left, by, right }: Extract<Condition, { readonly kind: 'compares' }>): Asked | string {
  if (left.kind === 'literal' && right.kind === 'expression')
    return compared({ kind: 'compares', left: right, by: turned[by], right: left });
  if (left.kind !== 'expression') return 'compares literals alone';
  if (right.kind !== 'literal') return `compares with ${right.expression}, which only a run knows`;
  if (by === '!=') {
    const equal = compared({ kind: 'compares', left, by: '==', right });
    if (typeof equal === 'string') return equal;
    return equal.of === 'body' ? { of: 'body', schema: { not: equal.schema } } : lenient;
  }
  const { json } = right;
  if (by === '==') return placed(left.expression, isHeader(left) ? textOf(json) : equals(json));
  if (typeof json !== 'number') return 'compares the order of what is no number';
  return placed(left.expression, bounded(by, json));
}

function isHeader(side: Operand): boolean {
  return side.kind === 'expression' && /^\$response\.header\./i.test(side.expression);
}

/** Texts are equal in upper or lower case (Arazzo 1.0 §4.6.11.1). */
export function equals(json: Json): JsonSchema {
  return typeof json === 'string' && hasCases(json) ? textOf(json) : { const: json };
}

/** Whether a text could be written with other letters that are the same but for their case. */
export function hasCases(text: string): boolean {
  return text.toLowerCase() !== text.toUpperCase();
}

/** A header is text, whatever it stands for. */
function textOf(json: Json): JsonSchema {
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  const pattern = [...text].map((char) =>
    hasCases(char)
      ? `[${char.toLowerCase()}${char.toUpperCase()}]`
      : char.replace(/[$()*+./?[\\\]^{|}-]/, String.raw`\$&`),
  );
  return { type: 'string', pattern: `^${pattern.join('')}$` };
}

/** A schema at the place of an expression. */
function placed(expression: string, schema: JsonSchema): Asked | string {
  const header = /^\$response\.header\.(.+)$/is.exec(expression)?.[1];
  if (header !== undefined) return isObject(schema as Json) ? { of: header, schema } : lenient;
  const [, pointer] = /^\$response\.body(?:#(\/.*))?$/s.exec(expression) ?? ['', undefined];
  if (!expression.startsWith('$response.body') || (pointer === undefined && expression.includes('#/')))
    return `asks for ${expression}, which is no part of the answer`;
  return { of: 'body', schema: pointerTokens(pointer ?? '').reduceRight<JsonSchema>(within, schema) };
}

function within(schema: JsonSchema, token: string): JsonSchema {
  return /^\d+$/.test(token)
    ? {
        type: 'array',
        minItems: Number(token) + 1,
        prefixItems: [...Array.from({ length: Number(token) }, () => true), schema],
      }
    : { type: 'object', required: [token], properties: { [token]: schema } };
}
