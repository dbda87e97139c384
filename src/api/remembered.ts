import type { SchemaObject, Schemas } from './json-schema.ts';

type Question<Asked, Answer> = (asked: Asked, schemas: Schemas) => Answer;

/**
 * A question about a schema and the named schemas that it may refer to, answered once for each pair of them: schemas never
 * change, and a large contract asks about the same one for every operation that shares it.
 */
export function remembered<Answer>(answer: Question<SchemaObject, Answer>): Question<SchemaObject, Answer> {
  return rememberedOf(answer);
}

/** The same of anything else that never changes and speaks of schemas: an operation, a parameter. */
export function rememberedOf<Asked extends object, Answer>(
  answer: Question<Asked, Answer>,
): Question<Asked, Answer> {
  const known = new WeakMap<Schemas, WeakMap<Asked, Answer>>();
  return (asked, schemas) => {
    let among = known.get(schemas);
    if (among === undefined) known.set(schemas, (among = new WeakMap()));
    const found = among.get(asked);
    if (found !== undefined || among.has(asked)) return found as Answer;
    const answered = answer(asked, schemas);
    among.set(asked, answered);
    return answered;
  };
}

/** A question about one thing that never changes, answered once, however many ask. */
export function answeredOnce<Asked extends object, Answer>(
  answer: (asked: Asked) => Answer,
): (asked: Asked) => Answer {
  const known = new WeakMap<Asked, Answer>();
  return (asked) => {
    const found = known.get(asked);
    if (found !== undefined || known.has(asked)) return found as Answer;
    const answered = answer(asked);
    known.set(asked, answered);
    return answered;
  };
}

/** The same of a text. */
export function answeredOnceOf<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as Answer;
    const answered = answer(text);
    known.set(text, answered);
    return answered;
  };
}
