import { jsonpath, type JSONPathQuery } from 'json-p3';
import { bounded, turned, type Comparison, type Unread } from '../../api/conditions.ts';
import type { JsonSchema } from '../../api/json-schema.ts';

const { selectors, expressions } = jsonpath;
type Expression = InstanceType<typeof expressions.FilterExpression>;

/**
 * The JSON Schema of those values in which a JSONPath query (RFC 9535) finds something: every language has a validator, and
 * all of them then say the same. What no schema can say is said in words: all levels of a document (`..`), slices, items
 * that are counted from the end, members compared with each other, the order of texts.
 */
export function schemaOfQuery(text: string): JsonSchema | Unread {
  let query: JSONPathQuery;
  try {
    query = jsonpath.DEFAULT_ENVIRONMENT.compile(text);
  } catch {
    return { unread: 'is no JSONPath (RFC 9535)' };
  }
  try {
    return found(query.segments, true);
  } catch (error) {
    if (error instanceof NoSchema) return { unread: error.message };
    throw error;
  }
}

/** What no schema says. */
class NoSchema extends Error {}

type Segments = JSONPathQuery['segments'];

/** The values in which the segments lead to something that meets a schema. */
function found([segment, ...rest]: Segments, end: JsonSchema): JsonSchema {
  if (segment === undefined) return end;
  if (segment.toString().startsWith('..'))
    throw new NoSchema('looks through all levels of a document, which no schema does');
  const inside = found(rest, end);
  return any(segment.selectors.map((selector) => selected(selector, inside)));
}

function selected(selector: Segments[number]['selectors'][number], inside: JsonSchema): JsonSchema {
  if (selector instanceof selectors.NameSelector) return member(selector.name, inside);
  if (selector instanceof selectors.IndexSelector) {
    if (selector.index < 0) throw new NoSchema('counts items from the end, which no schema does');
    return item(selector.index, inside);
  }
  if (selector instanceof selectors.WildcardSelector) return child(inside);
  if (selector instanceof selectors.FilterSelector)
    return child(all([holds(selector.expression.expression), inside]));
  throw new NoSchema('takes a slice of a list, which no schema does');
}

function member(name: string, inside: JsonSchema): JsonSchema {
  return {
    type: 'object',
    required: [name],
    ...(inside !== true && { properties: { [name]: inside } }),
  };
}

function item(index: number, inside: JsonSchema): JsonSchema {
  const before = Array.from({ length: index }, () => true);
  return {
    type: 'array',
    minItems: index + 1,
    ...(inside !== true && { prefixItems: [...before, inside] }),
  };
}

/** Some item of an array or some member of an object. */
function child(inside: JsonSchema): JsonSchema {
  return any([
    { type: 'array', contains: inside },
    inside === true
      ? { type: 'object', minProperties: 1 }
      : { type: 'object', not: { additionalProperties: { not: inside } } },
  ]);
}

/** The values of which a filter's expression is true (§2.3.5). */
function holds(expression: Expression): JsonSchema {
  if (expression instanceof expressions.LogicalExpression) return holds(expression.expression);
  if (expression instanceof expressions.PrefixExpression) return { not: holds(expression.right) };
  if (expression instanceof expressions.RelativeQuery) return found(expression.path.segments, true);
  if (expression instanceof expressions.FunctionExtension) return tested(expression);
  if (expression instanceof expressions.InfixExpression) {
    const { left, operator, right } = expression;
    if (operator === '&&') return all([holds(left), holds(right)]);
    if (operator === '||') return any([holds(left), holds(right)]);
    return isLiteral(left)
      ? compared(right, turned[operator as Comparison], left)
      : compared(left, operator as Comparison, right);
  }
  throw new NoSchema('compares with the whole document, which no schema does');
}

function isLiteral(expression: Expression): boolean {
  return expression instanceof expressions.FilterExpressionLiteral;
}

function literalOf(expression: Expression): string | number | boolean | null {
  if (expression instanceof expressions.NullLiteral) return null;
  if (
    expression instanceof expressions.StringLiteral ||
    expression instanceof expressions.NumberLiteral ||
    expression instanceof expressions.BooleanLiteral
  )
    return expression.value;
  throw new NoSchema('compares members with each other, which no schema does');
}

/** A comparison with a literal (§2.3.5.2.2): what is not there equals nothing, and what is no number is neither less nor more. */
function compared(side: Expression, operator: Comparison, other: Expression): JsonSchema {
  const value = literalOf(other);
  if (operator === '!=') return { not: compared(side, '==', other) };
  if (side instanceof expressions.FunctionExtension) return measured(side, operator, value);
  if (!(side instanceof expressions.RelativeQuery))
    throw new NoSchema('compares with the whole document, which no schema does');
  const { segments } = side.path;
  if (operator === '==') return found(segments, { const: value });
  // `<=` and `>=` are true of equals, whatever they are.
  const isOrEqual = operator.endsWith('=');
  if (typeof value === 'string') throw new NoSchema('compares the order of texts, which no schema does');
  if (typeof value !== 'number') return isOrEqual ? found(segments, { const: value }) : false;
  return found(segments, bounded(operator, value));
}

/** `match` and `search` (§2.4.6, §2.4.7). */
function tested({ name, args }: InstanceType<typeof expressions.FunctionExtension>): JsonSchema {
  const [query, pattern] = args;
  if (
    (name !== 'match' && name !== 'search') ||
    !(query instanceof expressions.RelativeQuery) ||
    !(pattern instanceof expressions.StringLiteral)
  )
    throw new NoSchema(`calls ${name}, which no schema does`);
  const text = name === 'match' ? `^(?:${pattern.value})$` : pattern.value;
  return found(query.path.segments, { type: 'string', pattern: text });
}

/** `length` (§2.4.4) and `count` (§2.4.5), held against a number. */
function measured(
  { name, args }: InstanceType<typeof expressions.FunctionExtension>,
  operator: Comparison,
  value: ReturnType<typeof literalOf>,
): JsonSchema {
  const [query] = args;
  if (!(query instanceof expressions.RelativeQuery) || typeof value !== 'number')
    throw new NoSchema(`calls ${name}, which no schema does`);
  const { segments } = query.path;
  const range = rangeOf(operator, value);
  if (name === 'length')
    return found(segments, any([sized(range, 'string'), sized(range, 'array'), sized(range, 'object')]));
  const last = segments.at(-1);
  const isOne = query.path.singularQuery();
  const isOfAll = last?.selectors.length === 1 && last.selectors[0] instanceof selectors.WildcardSelector;
  if (name !== 'count' || !(isOne || isOfAll)) throw new NoSchema(`calls ${name}, which no schema does`);
  // None is found, too, where there is nothing to count in.
  const none = { not: found(segments, true) };
  const admits = (count: number) => count >= range.least && count <= range.most;
  if (isOne) return any([...(admits(0) ? [none] : []), ...(admits(1) ? [found(segments, true)] : [])]);
  const rest = new jsonpath.JSONPathQuery(query.path.environment, segments.slice(0, -1));
  if (!rest.singularQuery()) throw new NoSchema(`calls ${name}, which no schema does`);
  const some = { ...range, least: Math.max(range.least, 1) };
  const many = any([sized(some, 'array'), sized(some, 'object')]);
  return any([
    ...(admits(0) ? [none] : []),
    ...(some.least <= some.most ? [found(rest.segments, many)] : []),
  ]);
}

interface Range {
  readonly least: number;
  readonly most: number;
}

/** The whole numbers from nought that stand in a relation to a number. */
function rangeOf(operator: Comparison, value: number): Range {
  switch (operator) {
    case '<':
      return { least: 0, most: Math.ceil(value) - 1 };
    case '<=':
      return { least: 0, most: Math.floor(value) };
    case '>':
      return { least: Math.max(0, Math.floor(value) + 1), most: Infinity };
    case '>=':
      return { least: Math.max(0, Math.ceil(value)), most: Infinity };
    default:
      return Number.isInteger(value) ? { least: value, most: value } : { least: 0, most: -1 };
  }
}

/** Values of one type with so many characters, items or members. */
function sized({ least, most }: Range, type: 'string' | 'array' | 'object'): JsonSchema {
  if (most < least) return false;
  const what = { string: 'Length', array: 'Items', object: 'Properties' }[type];
  return {
    type,
    ...(least > 0 && { [`min${what}`]: least }),
    ...(most < Infinity && { [`max${what}`]: most }),
  };
}

function all(schemas: readonly JsonSchema[]): JsonSchema {
  if (schemas.includes(false)) return false;
  const saying = schemas.filter((schema) => schema !== true);
  return saying.length < 2 ? (saying[0] ?? true) : { allOf: saying };
}

function any(schemas: readonly JsonSchema[]): JsonSchema {
  if (schemas.includes(true)) return true;
  const possible = schemas.filter((schema) => schema !== false);
  return possible.length < 2 ? (possible[0] ?? false) : { anyOf: possible };
}
