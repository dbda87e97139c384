import { isArray, isObject, type Json } from '../api/json.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import type { Operation } from '../api/api.ts';
import { placeOf } from '../model/place-of.ts';
import { isMade } from '../model/requests.ts';
import type { Direction, Subject } from '../model/subject.ts';
import type { Place } from '../source/place.ts';
import { facetsOf } from '../values/facets.ts';
import {
  declaredNames,
  itemSchemas,
  type Located,
  memberSchemas,
  type Part,
  placeless,
  tellingItems,
} from '../values/parts.ts';
import { memberOf } from '../values/pointer.ts';

/**
 * The schema objects that some value of an operation's requests meets, by their places as text: what none of them meets,
 * no request can break.
 */
export function metPlaces(operation: Operation, subject: Subject): ReadonlySet<string> {
  const { requests, deviations, sent } = subject;
  const found = new Set<string>();
  const look = (schema: JsonSchema | undefined, made: Json | undefined, around: Place) => {
    if (schema === undefined || made === undefined) return;
    for (const { origin } of partsMet(sent, [placeless(schema)], made)) {
      const { document, pointer } = placeOf({ origin }, around, subject);
      found.add(`${document}#${pointer}`);
    }
  };
  const { bodies, others } = deviations.of(operation, subject);
  const good = requests.good(operation);
  const all = [
    ...(isMade(good) ? [good] : []),
    requests.maximal(operation),
    ...[...bodies, ...others].map(({ request }) => request),
  ];
  for (const body of new Set(all.flatMap((request) => request?.body ?? [])))
    look(body.schema, body.made, body.content.place);
  for (const parameter of operation.parameters) {
    for (const size of ['minimal', 'maximal'] as const) {
      const built = requests.samples.ofParameter(parameter, size);
      if ('value' in built) look(sent.of(parameter.schema), built.value, parameter.place);
    }
  }
  return found;
}

/** Every schema object that a value, or a part of it that is tried, meets. */
function* partsMet(means: Direction, schemas: readonly Located[], value: Json): Generator<Part> {
  const { parts } = facetsOf(means, schemas, value);
  yield* parts;
  if (isArray(value)) {
    for (const index of tellingItems(parts, value))
      yield* partsMet(means, itemSchemas(parts, index), value[index]!);
  }
  if (!isObject(value)) return;
  const declared = declaredNames(parts);
  const undeclared = Object.keys(value).find((name) => !declared.includes(name));
  for (const name of undeclared === undefined ? declared : [...declared, undeclared]) {
    const member = memberOf(value, name);
    if (member !== undefined) yield* partsMet(means, memberSchemas(parts, name), member);
  }
}
