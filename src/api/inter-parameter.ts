import type { Json } from './json.ts';

/**
 * Dependencies between the parameters of an operation, in the inter-parameter dependency language (IDL) of A. Martin-Lopez,
 * S. Segura, C. Müller and A. Ruiz-Cortés, "Specification and Automated Analysis of Inter-Parameter Dependencies in Web
 * APIs" (IEEE TSC 2022), as OpenAPI carries them: a list of texts under `x-dependencies`.
 */
export interface InterParameter {
  /** As the contract writes it, without its semicolon. */
  readonly text: string;
  readonly condition: Condition;
}

export type Condition =
  | { readonly kind: 'present'; readonly name: string }
  | { readonly kind: 'compare'; readonly left: Sum; readonly operator: Operator; readonly right: Sum }
  /** The parameter is there and has one of the values. */
  | { readonly kind: 'is'; readonly name: string; readonly values: readonly Json[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] }
  /** How many of the conditions hold. */
  | { readonly kind: 'Or' | 'OnlyOne' | 'AllOrNone' | 'ZeroOrOne'; readonly of: readonly Condition[] }
  | { readonly kind: 'if'; readonly when: Condition; readonly needs: Condition };

export type Operator = '<' | '<=' | '>' | '>=' | '==' | '!=';

/** Parameters and numbers, added and subtracted. */
export type Sum = readonly { readonly sign: 1 | -1; readonly operand: Operand }[];

export type Operand =
  { readonly kind: 'parameter'; readonly name: string } | { readonly kind: 'constant'; readonly value: Json };

/** Values of parameters by name; undefined: it is sent, and only the run tells what. What is not sent is not in it. */
export type Assignment = ReadonlyMap<string, Json | undefined>;

/** Whether a condition holds. A comparison of what is not sent, or not known, asks for nothing. */
export function holds(condition: Condition, values: Assignment): boolean {
  const of = (one: Condition) => holds(one, values);
  switch (condition.kind) {
    case 'present':
      return values.has(condition.name);
    case 'is': {
      if (!values.has(condition.name)) return false;
      const value = values.get(condition.name);
      return value === undefined || condition.values.some((one) => String(one) === String(value));
    }
    case 'compare':
      return compared(condition, values);
    case 'not':
      return !of(condition.of);
    case 'and':
      return condition.of.every(of);
    case 'or':
    case 'Or':
      return condition.of.some(of);
    case 'OnlyOne':
      return condition.of.filter(of).length === 1;
    case 'ZeroOrOne':
      return condition.of.filter(of).length < 2;
    case 'AllOrNone':
      return [0, condition.of.length].includes(condition.of.filter(of).length);
    case 'if':
      return !of(condition.when) || of(condition.needs);
  }
}

/** The parameters that a condition speaks of, each once, with the constants that it holds them against. */
export function namesIn(condition: Condition): ReadonlyMap<string, readonly Json[]> {
  const found = new Map<string, Json[]>();
  const note = (name: string, ...constants: readonly Json[]) =>
    found.set(name, [...(found.get(name) ?? []), ...constants]);
  const visit = (one: Condition): void => {
    switch (one.kind) {
      case 'present':
        return void note(one.name);
      case 'is':
        return void note(one.name, ...one.values);
      case 'compare': {
        const operands = [...one.left, ...one.right].map(({ operand }) => operand);
        const constants = operands.flatMap((operand) => (operand.kind === 'constant' ? [operand.value] : []));
        for (const operand of operands) if (operand.kind === 'parameter') note(operand.name, ...constants);
        return;
      }
      case 'not':
        return visit(one.of);
      case 'if':
        visit(one.when);
        return visit(one.needs);
      case 'and':
      case 'or':
      case 'Or':
      case 'OnlyOne':
      case 'AllOrNone':
      case 'ZeroOrOne':
        return one.of.forEach(visit);
    }
  };
  visit(condition);
  return found;
}

function compared(
  { left, operator, right }: Extract<Condition, { readonly kind: 'compare' }>,
  values: Assignment,
): boolean {
  const [a, b] = [valueOf(left, values), valueOf(right, values)];
  if (a === undefined || b === undefined) return true;
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    case '==':
      return a === b;
    case '!=':
      return a !== b;
  }
}

/** A number, or a text (points in time are compared as text); undefined where a part of it is not known. */
function valueOf(sum: Sum, values: Assignment): number | string | undefined {
  const parts = sum.map(({ sign, operand }) => {
    const value = operand.kind === 'constant' ? operand.value : values.get(operand.name);
    return { sign, value };
  });
  const [only, ...more] = parts;
  if (only !== undefined && more.length === 0 && only.sign === 1 && typeof only.value === 'string')
    return only.value;
  const numbers = parts.flatMap(({ sign, value }) => (typeof value === 'number' ? [sign * value] : []));
  return numbers.length === parts.length ? numbers.reduce((a, b) => a + b, 0) : undefined;
}
