import type { JsonSchema, SchemaObject, Schemas } from '../api/json-schema.ts';
import { annotations, mapSubschemas, nameOfRef } from '../api/subschemas.ts';

const wordsForPeople: ReadonlySet<string> = new Set([...annotations, 'discriminator']);

/** Schemas as a validator needs them: without annotations, and no more of the named ones than are led to. */
export class BareSchemas {
  readonly #all: Schemas;
  readonly #made = new WeakMap<SchemaObject, JsonSchema>();
  readonly #used = new Map<string, JsonSchema>();

  constructor(all: Schemas) {
    this.#all = all;
  }

  of(schema: JsonSchema): JsonSchema {
    if (typeof schema === 'boolean') return schema;
    let made = this.#made.get(schema);
    if (made === undefined) {
      if (schema.$ref !== undefined) this.#use(nameOfRef(schema.$ref));
      made = withoutWords(mapSubschemas(schema, (inner) => this.of(inner)));
      this.#made.set(schema, made);
    }
    return made;
  }

  /** The named schemas that were led to, sorted by name. */
  get named(): Schemas {
    return Object.fromEntries([...this.#used].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  #use(name: string): void {
    if (this.#used.has(name)) return;
    this.#used.set(name, true); // ends recursion; replaced in the next line
    this.#used.set(name, this.of(this.#all[name] ?? true));
  }
}

function withoutWords(schema: SchemaObject): SchemaObject {
  const keywords = Object.keys(schema);
  if (!keywords.some((keyword) => wordsForPeople.has(keyword))) return schema;
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !wordsForPeople.has(keyword)));
}
