import type { JsonSchema } from '../api/json-schema.ts';
import { nameOfRef } from '../api/subschemas.ts';
import { type Choice, inside, type Located } from './parts.ts';

/** One of the ways that a choice leaves open. */
export interface Way {
  readonly choice: Choice;
  /** All that a value meets which goes this way. */
  readonly meets: readonly Located[];
  /** What of it says something of the value, and does not only choose. */
  readonly branch: Located;
  /** Part of an id: `InvoicePayment`. */
  readonly title: string;
  /** What the value is then: `is InvoicePayment`. */
  readonly says: string;
}

/**
 * Each branch of anyOf and oneOf, each heir of a base schema, and both sides of a condition that say something (JSON
 * Schema Core 2020-12 §10.2.1, §10.2.2; OpenAPI 3.1 §4.8.25). A branch that takes everything is none.
 */
export function waysOf(choice: Choice): readonly Way[] {
  switch (choice.keyword) {
    case 'anyOf':
    case 'oneOf':
      return branchesOf(choice);
    case 'if':
      return sidesOf(choice);
    case 'dependentSchemas':
      return [];
  }
}

function branchesOf(choice: Choice): readonly Way[] {
  const titles = choice.branches.map(titleOf);
  return choice.branches.flatMap((branch, index): readonly Way[] => {
    if (branch.schema === true) return [];
    const own = titles[index]!;
    // The first of several that are called the same keeps the name.
    const title = titles.indexOf(own) === index ? own : `${own}-${index + 1}`;
    const said = /^\d+$/.test(title) ? `its alternative ${title}` : title;
    return [{ choice, meets: [branch], branch, title, says: `is ${said}` }];
  });
}

/** What a branch is called: its component, its title, or its number. */
function titleOf({ schema }: Located, index: number): string {
  if (typeof schema === 'boolean') return String(index + 1);
  return schema.$ref === undefined ? (schema.title ?? String(index + 1)) : nameOfRef(schema.$ref);
}

function sidesOf(choice: Choice): readonly Way[] {
  const { part } = choice;
  const { if: condition = true, then, else: otherwise } = part.schema;
  const side = (title: 'then' | 'else', schema: JsonSchema, has: JsonSchema, says: string): Way => {
    const branch = inside(part, schema, [title]);
    return { choice, meets: [inside(part, has, ['if']), branch], branch, title, says };
  };
  return [
    ...(then === undefined ? [] : [side('then', then, condition, 'is such that its condition holds')]),
    ...(otherwise === undefined
      ? []
      : [side('else', otherwise, { not: condition }, 'is such that its condition does not hold')]),
  ];
}
