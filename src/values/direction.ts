import type { JsonSchema, SchemaObject, Schemas } from '../api/json-schema.ts';
import { memberOf } from './pointer.ts';
import { mapSubschemas, nameOfRef, type SchemaKeyword } from '../api/subschemas.ts';

/** All schemas of a contract as they are in one direction, and a way to turn inline ones. */
export interface Directed {
  readonly schemas: Schemas;
  /** A schema in this direction; the same object for the same object, and the schema itself where nothing changes. */
  of(schema: JsonSchema): JsonSchema;
}

/**
 * Schemas of what is sent: readOnly properties are gone, from `properties` and from `required`
 * (OpenAPI 3.0 §4.7.24.2: "SHOULD NOT be sent as part of the request").
 */
export function asSent(schemas: Schemas): Directed {
  return direct(schemas, 'readOnly');
}

/** Schemas of what is answered: writeOnly properties are `false`, and nothing requires them (the same section). */
export function asAnswered(schemas: Schemas): Directed {
  return direct(schemas, 'writeOnly');
}

type Mark = 'readOnly' | 'writeOnly';
type Names = ReadonlySet<string>;

const nothing: Names = new Set();

function direct(schemas: Schemas, mark: Mark): Directed {
  const turn = new Turn(schemas, mark);
  const turned = Object.entries(schemas).map(([name, schema]) => [name, turn.of(schema)] as const);
  return { schemas: Object.fromEntries(turned), of: (schema) => turn.of(schema) };
}

/** Turns schemas, each object once. */
class Turn {
  readonly #schemas: Schemas;
  readonly #mark: Mark;
  readonly #turned = new WeakMap<SchemaObject, SchemaObject>();
  readonly #marked = new WeakMap<SchemaObject, Names>();

  constructor(schemas: Schemas, mark: Mark) {
    this.#schemas = schemas;
    this.#mark = mark;
  }

  of(schema: JsonSchema): JsonSchema {
    if (typeof schema === 'boolean') return schema;
    const known = this.#turned.get(schema);
    if (known) return known;
    const made = this.#turn(schema, this.#markedIn(schema, []), []);
    this.#turned.set(schema, made);
    return made;
  }

  /** `names`: the marked properties of the object that this schema describes a part of. */
  #turn(schema: SchemaObject, names: Names, crossed: readonly string[]): SchemaObject {
    const inner = mapSubschemas(schema, (one, keyword) => this.#turnInner(one, keyword, { names, crossed }));
    return names.size === 0 ? inner : this.#strike(inner, names);
  }

  #turnInner(schema: JsonSchema, keyword: SchemaKeyword, { names, crossed }: Around): JsonSchema {
    switch (keyword) {
      // What must not hold, and what is only asked, says nothing of what travels.
      case 'not':
      case 'if':
        return schema;
      case 'allOf':
      case 'anyOf':
      case 'oneOf':
      case 'then':
      case 'else':
      case 'dependentSchemas':
        return this.#turnPart(schema, { names, crossed });
      default:
        return this.of(schema);
    }
  }

  /** A schema of the same object as the one that it stands in: what is marked there is marked here. */
  #turnPart(schema: JsonSchema, { names, crossed }: Around): JsonSchema {
    if (typeof schema === 'boolean') return schema;
    const own = this.#markedIn(schema, []);
    const foreign = [...names].filter((name) => !own.has(name));
    if (foreign.length === 0) return this.of(schema);
    const all = new Set([...own, ...foreign]);
    if (schema.$ref === undefined) return this.#turn(schema, all, crossed);
    // A shared schema stays shared unless it speaks of a property that only its surroundings mark.
    const name = nameOfRef(schema.$ref);
    const target = memberOf(this.#schemas, name);
    if (typeof target !== 'object' || crossed.includes(name) || !this.#speaksOf(target, foreign, [name]))
      return schema;
    return this.#turn(target, all, [...crossed, name]);
  }

  #strike(schema: SchemaObject, names: Names): SchemaObject {
    const { required, properties, dependentRequired } = schema;
    const isKept = (name: string): boolean => !names.has(name);
    const changes: { -readonly [K in keyof SchemaObject]?: SchemaObject[K] } = {};
    if (required?.some((name) => names.has(name))) changes.required = required.filter(isKept);
    if (dependentRequired) {
      const kept = Object.entries(dependentRequired).filter(([name]) => isKept(name));
      changes.dependentRequired = Object.fromEntries(
        kept.map(([name, others]) => [name, others.filter(isKept)]),
      );
    }
    if (properties && Object.keys(properties).some((name) => names.has(name))) {
      const members = Object.entries(properties).flatMap(([name, inner]): [string, JsonSchema][] => {
        if (isKept(name)) return [[name, inner]];
        return this.#mark === 'writeOnly' ? [[name, false]] : [];
      });
      changes.properties = Object.fromEntries(members);
    }
    return Object.keys(changes).length === 0 ? schema : { ...schema, ...changes };
  }

  /** Marked properties of the object that a schema describes: its own, and those of its allOf and `$ref` targets. */
  #markedIn(schema: JsonSchema, crossed: readonly string[]): Names {
    if (typeof schema === 'boolean') return nothing;
    const known = this.#marked.get(schema);
    if (known) return known;
    const found: string[] = [];
    const { properties = {}, allOf = [] } = schema;
    for (const name in properties) if (this.#isMarked(properties[name]!, [])) found.push(name);
    for (const part of allOf) found.push(...this.#markedIn(part, crossed));
    const target = this.#target(schema, crossed);
    if (target) found.push(...this.#markedIn(target.schema, target.crossed));
    const names = found.length === 0 ? nothing : new Set(found);
    if (crossed.length === 0) this.#marked.set(schema, names);
    return names;
  }

  /** Whether the mark stands on a property's schema, on a part of it, or on what it refers to. */
  #isMarked(schema: JsonSchema, crossed: readonly string[]): boolean {
    if (typeof schema === 'boolean') return false;
    if (schema[this.#mark] === true) return true;
    if (schema.allOf?.some((part) => this.#isMarked(part, crossed))) return true;
    const target = this.#target(schema, crossed);
    return target !== undefined && this.#isMarked(target.schema, target.crossed);
  }

  #speaksOf(schema: JsonSchema, names: readonly string[], crossed: readonly string[]): boolean {
    if (typeof schema === 'boolean') return false;
    const { properties, required = [], allOf = [], anyOf = [], oneOf = [] } = schema;
    if (names.some((name) => required.includes(name) || memberOf(properties, name) !== undefined))
      return true;
    const parts = [...allOf, ...anyOf, ...oneOf, schema.then, schema.else].filter(
      (part) => part !== undefined,
    );
    if (parts.some((part) => this.#speaksOf(part, names, crossed))) return true;
    const target = this.#target(schema, crossed);
    return target !== undefined && this.#speaksOf(target.schema, names, target.crossed);
  }

  #target(
    schema: SchemaObject,
    crossed: readonly string[],
  ): { schema: JsonSchema; crossed: string[] } | undefined {
    if (schema.$ref === undefined) return undefined;
    const name = nameOfRef(schema.$ref);
    const target = memberOf(this.#schemas, name);
    return target === undefined || crossed.includes(name)
      ? undefined
      : { schema: target, crossed: [...crossed, name] };
  }
}

interface Around {
  readonly names: Names;
  readonly crossed: readonly string[];
}
