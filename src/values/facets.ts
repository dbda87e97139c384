import { isObject, type Json } from '../api/json.ts';
import type { Schemas } from '../api/json-schema.ts';
import { type Choice, type Demands, demandsOf, inside, type Located, noDemands, type Part } from './parts.ts';
import type { Validator } from './validate.ts';

/** The schema objects that a value meets, and whether alternatives were chosen between to find them. */
export interface Facets {
  readonly parts: readonly Part[];
  readonly hasChoices: boolean;
}

/**
 * The schema objects that a good value meets at one place: through `$ref`, `allOf`, the conditions that hold for it and,
 * of each anyOf and oneOf, the first branch that takes it. Without a value no choice is made.
 */
export function facetsOf(
  means: { readonly schemas: Schemas; readonly validator: Validator },
  schemas: readonly Located[],
  value: Json | undefined,
): Facets {
  let demands: Demands = noDemands;
  for (const located of schemas) demands = demandsOf(means.schemas, located, demands);
  const hasChoices = demands.choices.length > 0;
  if (value === undefined) return { parts: demands.parts, hasChoices };
  while (demands.choices.length > 0) {
    const chosen = demands.choices.flatMap((choice) => chosenBranch(choice, value, means.validator));
    demands = { ...demands, choices: [] };
    for (const branch of chosen) demands = demandsOf(means.schemas, branch, demands);
  }
  return { parts: demands.parts, hasChoices };
}

function chosenBranch(
  { keyword, part, branches }: Choice,
  value: Json,
  validator: Validator,
): readonly Located[] {
  switch (keyword) {
    case 'anyOf':
    case 'oneOf':
      return branches.filter(({ schema }) => validator.isValid(schema, value)).slice(0, 1);
    case 'if': {
      const outcome = validator.isValid(part.schema.if!, value) ? 'then' : 'else';
      const schema = part.schema[outcome];
      return schema === undefined ? [] : [inside(part, schema, [outcome])];
    }
    case 'dependentSchemas': {
      const name = String(branches[0]!.origin.segments.at(-1));
      return isObject(value) && Object.hasOwn(value, name) ? branches.slice(0, 1) : [];
    }
  }
}
