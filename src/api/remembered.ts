import type { SchemaObject, Schemas } from './json-schema.ts';

type Question<Answer> = (schema: SchemaObject, schemas: Schemas) => Answer;

/**
 * A question about a schema and the named schemas that it may refer to, answered once for each pair of them: schemas never
 * change, and a large contract asks about the same one for every operation that shares it.
 */
export function remembered<Answer>(answer: Question<Answer>): Question<Answer> {
  const known = new WeakMap<Schemas, WeakMap<SchemaObject, { readonly answer: Answer }>>();
  return (schema, schemas) => {
    let among = known.get(schemas);
    if (among === undefined) known.set(schemas, (among = new WeakMap()));
    let found = among.get(schema);
    if (found === undefined) among.set(schema, (found = { answer: answer(schema, schemas) }));
    return found.answer;
  };
}
