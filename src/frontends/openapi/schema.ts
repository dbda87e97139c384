import type { JsonSchema, SchemaObject } from '../../api/json-schema.ts';
import { below, type Place } from '../../source/place.ts';
import { Discriminators } from './discriminator.ts';
import { expected, isJsonType, keywords, plainValue, type Shape } from './keywords.ts';
import {
  isMembers,
  isObjectNode,
  put,
  referenceOf,
  type Members,
  type Node,
  type ObjectNode,
} from './node.ts';
import { nullable } from './nullable.ts';
import type { Reading } from './reading.ts';
import { SchemaPool, type Named, type Pooled } from './schema-pool.ts';

type Draft = Record<string, unknown>;

/** Deeper than any schema that is meant, and well inside the stack. */
const deepest = 200;

/**
 * In 2.0 and 3.0 what stands beside a `$ref` is ignored (OpenAPI 3.0.3 §4.7.23). These are written there all the same,
 * and taken at their meaning.
 */
const meantSiblings = new Set(['nullable', 'x-nullable', 'readOnly', 'writeOnly']);

/**
 * Lowers the schemas of every dialect (OpenAPI 2.0, 3.0, 3.1; JSON Schema drafts 4 to 2020-12) to the one inside the
 * compiler, as `src/api/json-schema.ts` defines it. Each schema is read once; what a `$ref` names is read once, too, and
 * gets a name. A keyword with a value that it cannot have is left out and reported.
 */
export class SchemaReader {
  readonly #reading: Reading;
  readonly #pool = new SchemaPool();
  readonly #discriminators: Discriminators;
  readonly #honoursSiblings: boolean;
  #depth = 0;

  /** @param dialect `jsonSchemaDialect`, where the description has one. */
  constructor(reading: Reading, dialect?: string) {
    this.#reading = reading;
    this.#honoursSiblings = reading.version === '3.1' && !/draft-0[3-7]/.test(dialect ?? '');
    this.#discriminators = new Discriminators(reading, this.#pool);
  }

  /** The schema at a node. */
  read(node: Node): JsonSchema {
    if (typeof node.value === 'boolean') return node.value;
    if (!isObjectNode(node)) {
      this.#reading.misplaced(node, 'This schema', 'an object');
      return true;
    }
    if (this.#depth >= deepest) {
      this.#reading.misplaced(node, 'This schema', `nested less than ${deepest} deep`);
      return true;
    }
    this.#depth += 1;
    const schema = this.#lower(node);
    this.#depth -= 1;
    return schema;
  }

  /** All schemas that were referred to. */
  finish(main: string): Pooled {
    return this.#pool.finish((node) => this.read(node), main);
  }

  #lower(node: ObjectNode): JsonSchema {
    const reference = referenceOf(node) ?? dynamicReferenceOf(node);
    if (reference === undefined) {
      const draft = this.#keywords(node) as SchemaObject;
      return isNullable(node.value) ? nullable(draft) : draft;
    }
    const { reference: target } = this.#named(reference, node.place);
    if (Object.keys(node.value).length === 1) return target;
    const siblings = this.#siblings(node);
    const isAlone = Object.keys(siblings).length === 0;
    const draft: SchemaObject = isAlone
      ? target
      : { ...siblings, allOf: [target, ...(siblings.allOf ?? [])] };
    return isNullable(node.value) ? nullable(draft) : draft;
  }

  /** What stands beside a `$ref`, as far as it counts. */
  #siblings({ value, place }: ObjectNode): SchemaObject {
    const counts = (key: string) => key !== '$ref' && (this.#honoursSiblings || meantSiblings.has(key));
    const rest = Object.fromEntries(Object.entries(value).filter(([key]) => counts(key)));
    return this.#keywords({ value: rest, place }) as SchemaObject;
  }

  #named(reference: string, place: Place): Named {
    const resolved = this.#reading.documents.resolve(reference, place);
    if (resolved.kind === 'node') return this.#pool.at(resolved.node);
    this.#reading.report.add(resolved.code, place, { reference, reason: resolved.reason });
    return this.#pool.hole(place, `the reference ${reference} cannot be followed: ${resolved.reason}`);
  }

  #keywords(node: ObjectNode): Draft {
    const draft: Draft = {};
    for (const key of Object.keys(node.value)) {
      const value = node.value[key];
      const shape = keywords.get(key);
      if (shape === undefined) this.#lowerKeyword(key, node, draft);
      else if (value !== null || shape === 'value')
        this.#take(draft, key, { shape, value, place: node.place });
    }
    lowerBounds(node.value, draft);
    lowerOwnExample(node.value, draft);
    return draft;
  }

  /** Keywords that 2020-12 does not have, or has in another form. */
  #lowerKeyword(key: string, { value: schema, place }: ObjectNode, draft: Draft): void {
    const value = schema[key];
    switch (key) {
      case 'type':
        this.#type(value, place, draft);
        return;
      case 'example':
        draft['examples'] = [value, ...((draft['examples'] as readonly unknown[] | undefined) ?? [])];
        return;
      case 'items':
        if (Array.isArray(value)) this.#tuple(schema, place, draft);
        else if (value !== null) this.#take(draft, 'items', { shape: 'schema', value, place });
        return;
      case 'exclusiveMinimum':
      case 'exclusiveMaximum':
        if (typeof value === 'number') draft[key] = value;
        else if (typeof value !== 'boolean') this.#leftOut(key, expected.number, below(place, key));
        return;
      case 'dependencies':
        this.#dependencies(value, place, draft);
        return;
      case 'discriminator': {
        const discriminator = this.#discriminators.read({ value: schema, place });
        if (discriminator) draft['discriminator'] = discriminator;
        return;
      }
      default: // an annotation or an extension: it says nothing of values
    }
  }

  #take(
    draft: Draft,
    key: string,
    { shape, value, place }: { readonly shape: Shape; readonly value: unknown; readonly place: Place },
  ): void {
    const lowered = this.#shaped(shape, value, { key, place });
    if (lowered === undefined) this.#leftOut(key, expected[shape], below(place, key));
    else if (key === 'examples' && draft['examples'])
      draft['examples'] = [...(draft['examples'] as readonly unknown[]), ...(lowered as readonly unknown[])];
    else draft[key] = lowered;
  }

  #shaped(
    shape: Shape,
    value: unknown,
    { key, place }: { readonly key: string; readonly place: Place },
  ): unknown {
    switch (shape) {
      case 'schema':
        return isSchema(value) ? this.read({ value, place: below(place, key) }) : undefined;
      case 'schemas':
        return Array.isArray(value) && value.length > 0
          ? value.map((part: unknown, index) => this.read({ value: part, place: below(place, key, index) }))
          : undefined;
      case 'schemas by name':
        return isMembers(value) ? this.#byName(value, below(place, key)) : undefined;
      default:
        return plainValue(shape, value);
    }
  }

  #byName(value: Members, place: Place): Readonly<Record<string, JsonSchema>> {
    const schemas: Record<string, JsonSchema> = {};
    for (const name of Object.keys(value)) {
      put(schemas, name, this.read({ value: value[name], place: below(place, name) }));
    }
    return schemas;
  }

  /** `type: file` is 2.0's upload; a single type needs no array. */
  #type(value: unknown, place: Place, draft: Draft): void {
    if (value === 'file') {
      draft['type'] = 'string';
      draft['contentEncoding'] = 'binary';
      return;
    }
    const types = (Array.isArray(value) ? value : [value]) as readonly unknown[];
    const known = [...new Set(types.filter(isJsonType))];
    if (known.length > 0) draft['type'] = known.length === 1 ? known[0] : known;
    if (value !== null && (known.length === 0 || !types.every(isJsonType))) {
      this.#leftOut('type', 'it wants a type of JSON', below(place, 'type'));
    }
  }

  /** `items: [a, b]` with `additionalItems` (JSON Schema up to 2019-09) → `prefixItems` with `items`. */
  #tuple(schema: Members, place: Place, draft: Draft): void {
    this.#take(draft, 'prefixItems', { shape: 'schemas', value: schema['items'], place });
    const rest = schema['additionalItems'];
    if (isSchema(rest)) draft['items'] = this.read({ value: rest, place: below(place, 'additionalItems') });
  }

  /** `dependencies` (JSON Schema up to draft 7) → `dependentRequired` and `dependentSchemas`. */
  #dependencies(value: unknown, place: Place, draft: Draft): void {
    if (!isMembers(value))
      return this.#leftOut('dependencies', expected['schemas by name'], below(place, 'dependencies'));
    const entries = Object.entries(value);
    const names = Object.fromEntries(entries.filter(([, needed]) => Array.isArray(needed)));
    const schemas = Object.fromEntries(entries.filter(([, needed]) => isSchema(needed)));
    if (Object.keys(names).length > 0) {
      this.#take(draft, 'dependentRequired', { shape: 'names by name', value: names, place });
    }
    if (Object.keys(schemas).length > 0)
      draft['dependentSchemas'] = this.#byName(schemas, below(place, 'dependencies'));
  }

  #leftOut(keyword: string, wanted: string, place: Place): void {
    this.#reading.report.add('openapi/schema-keyword', place, { keyword, expected: wanted });
  }
}

/** `exclusiveMinimum: true` (JSON Schema draft 4) → the minimum is exclusive. */
function lowerBounds(schema: Members, draft: Draft): void {
  boundsOfDraft4.forEach(({ exclusive, inclusive }) => {
    if (schema[exclusive] !== true || typeof draft[inclusive] !== 'number') return;
    draft[exclusive] = draft[inclusive];
    delete draft[inclusive];
  });
}

const boundsOfDraft4 = [
  { exclusive: 'exclusiveMinimum', inclusive: 'minimum' },
  { exclusive: 'exclusiveMaximum', inclusive: 'maximum' },
] as const;

/** What the owner says comes before what the contract shows. */
function lowerOwnExample(schema: Members, draft: Draft): void {
  if (!('x-itc-example' in schema)) return;
  draft['examples'] = [
    schema['x-itc-example'],
    ...((draft['examples'] as readonly unknown[] | undefined) ?? []),
  ];
}

function isNullable(schema: Members): boolean {
  return schema['nullable'] === true || schema['x-nullable'] === true;
}

function isSchema(value: unknown): boolean {
  return typeof value === 'boolean' || isMembers(value);
}

/** `$dynamicRef` and `$recursiveRef` are followed to where they lead without a dynamic scope. */
function dynamicReferenceOf({ value }: ObjectNode): string | undefined {
  const reference = value['$dynamicRef'] ?? value['$recursiveRef'];
  return typeof reference === 'string' ? reference : undefined;
}
