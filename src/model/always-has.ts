import type { Operation } from '../api/api.ts';
import type { JsonSchema, SchemaObject, Schemas } from '../api/json-schema.ts';
import { isJson } from '../api/resources.ts';
import { pointerTokens, target } from '../api/schema-shape.ts';
import type { Statuses } from './expectation.ts';
import type { Direction } from './subject.ts';

interface Answered {
  readonly operation: Operation;
  readonly status: Statuses;
  /** Schemas as they are answered. */
  readonly answered: Direction;
}

/**
 * Whether every answer that conforms, with any of the statuses, is JSON and has something at the pointer that is not null.
 * An item of a list is never promised, nor is anything that some branch of `anyOf` or `oneOf` may lack.
 */
export function alwaysAnswers(pointer: string, { operation, status, answered }: Answered): boolean {
  const tokens = pointerTokens(pointer);
  return status.codes.every((code) => {
    const response = operation.responses.find((one) => one.status === String(code));
    const contents = response?.contents ?? [];
    return (
      contents.length > 0 &&
      contents.every(
        ({ mediaType, schema }) =>
          isJson(mediaType) &&
          schema !== undefined &&
          alwaysHas(answered.of(schema), tokens, answered.schemas),
      )
    );
  });
}

/** Whether every value of a schema has something at the end of a way, and not null. */
export function alwaysHas(
  schema: JsonSchema,
  tokens: readonly string[],
  schemas: Schemas,
  depth = 8,
): boolean {
  if (depth === 0) return false;
  const every = conjuncts(schema, schemas);
  const isInAll = (branches: readonly JsonSchema[] | undefined) =>
    branches !== undefined &&
    branches.length > 0 &&
    branches.every((branch) => alwaysHas(branch, tokens, schemas, depth - 1));
  if (every.some(({ anyOf, oneOf }) => isInAll(anyOf) || isInAll(oneOf))) return true;
  const [token, ...rest] = tokens;
  if (token === undefined) return every.some(isNeverNull);
  return (
    every.some(({ type }) => type === 'object') &&
    every.some(({ required }) => required?.includes(token)) &&
    every.some(({ properties = {} }) =>
      Object.hasOwn(properties, token) ? alwaysHas(properties[token]!, rest, schemas, depth - 1) : false,
    )
  );
}

/** A schema and the parts of its `allOf`, references followed: a value meets each of them. */
function conjuncts(schema: JsonSchema, schemas: Schemas, depth = 8): readonly SchemaObject[] {
  const shape = target(schema, schemas);
  if (depth === 0) return [shape];
  return [shape, ...(shape.allOf ?? []).flatMap((part) => conjuncts(part, schemas, depth - 1))];
}

function isNeverNull({ type, enum: choices, const: only }: SchemaObject): boolean {
  if (only !== undefined) return only !== null;
  if (choices !== undefined) return !choices.includes(null);
  return type !== undefined && (typeof type === 'string' ? type !== 'null' : !type.includes('null'));
}
