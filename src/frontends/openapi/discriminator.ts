import type { SchemaObject } from '../../api/json-schema.ts';
import { below, segmentsOf, type Place } from '../../source/place.ts';
import {
  isMembers,
  items,
  member,
  members,
  referenceOf,
  textOf,
  type Node,
  type ObjectNode,
} from './node.ts';
import type { Reading } from './reading.ts';
import type { Named, SchemaPool } from './schema-pool.ts';

type Discriminator = NonNullable<SchemaObject['discriminator']>;

/** Reads discriminators, and finds the schemas that they choose from (OpenAPI 3.1 §4.8.25; 2.0: "Schema Object"). */
export class Discriminators {
  readonly #reading: Reading;
  readonly #pool: SchemaPool;
  /** By the place of a schema: the components that have it in `allOf`. */
  readonly #heirs = new Map<string, ReadonlyMap<string, readonly Node[]>>();

  constructor(reading: Reading, pool: SchemaPool) {
    this.#reading = reading;
    this.#pool = pool;
  }

  /** The discriminator of a schema; undefined where it names no property. */
  read(schema: ObjectNode): Discriminator | undefined {
    const said = member(schema, 'discriminator');
    const propertyName = typeof said?.value === 'string' ? said.value : textOf(said, 'propertyName');
    if (said === undefined || propertyName === undefined) return undefined;
    const explicit = this.#explicit(member(said, 'mapping'), schema.place);
    const mapped = new Set(explicit.values());
    const implicit = this.#branches(schema).filter(([, named]) => !mapped.has(named));
    return { propertyName, mapping: this.#pool.mapping(new Map([...implicit, ...explicit])) };
  }

  #explicit(mapping: Node | undefined, place: Place): ReadonlyMap<string, Named> {
    const found = new Map<string, Named>();
    for (const [value, node] of members(mapping)) {
      const named = typeof node.value === 'string' ? this.#target(node.value, node.place) : undefined;
      if (named) found.set(value, named);
      else
        this.#reading.report.add(
          'openapi/broken-reference',
          below(place, 'discriminator', 'mapping', value),
          {
            reference: String(node.value),
            reason: 'it is neither a component nor a reference to a schema',
          },
        );
    }
    return found;
  }

  /** A mapping holds names of components and references; what can be both is a name. */
  #target(text: string, place: Place): Named | undefined {
    const candidates = /^[A-Za-z0-9._-]+$/.test(text)
      ? [`${components(this.#reading)}/${text}`, text]
      : [text];
    for (const reference of candidates) {
      const resolved = this.#reading.documents.resolve(reference, place);
      if (resolved.kind === 'node') return this.#pool.at(resolved.node);
    }
    return undefined;
  }

  /** Without a mapping a branch is chosen by its component's name. */
  #branches(schema: ObjectNode): readonly (readonly [string, Named])[] {
    const listed = [...items(member(schema, 'oneOf')), ...items(member(schema, 'anyOf'))];
    if (listed.length === 0) {
      return this.#heirsOf(schema.place, new Set()).map(
        (heir) => [nameOf(heir.place), this.#pool.at(heir)] as const,
      );
    }
    return listed.flatMap((branch) => {
      const target = this.#reading.documents.resolve(referenceOf(branch) ?? '', branch.place);
      if (referenceOf(branch) === undefined || target.kind === 'problem') return [];
      return [[nameOf(target.node.place), this.#pool.at(target.node)] as const];
    });
  }

  #heirsOf(place: Place, seen: Set<string>): readonly Node[] {
    const key = keyOf(place);
    if (seen.has(key)) return [];
    seen.add(key);
    const heirs = this.#heirsIn(place).get(key) ?? [];
    return heirs.flatMap((heir) => [heir, ...this.#heirsOf(heir.place, seen)]);
  }

  #heirsIn({ document, pointer }: Place): ReadonlyMap<string, readonly Node[]> {
    const known = this.#heirs.get(document);
    if (known) return known;
    const heirs = new Map<string, Node[]>();
    const pool = this.#reading.documents.resolve(components(this.#reading), { document, pointer });
    for (const [, component] of members(pool.kind === 'node' ? pool.node : undefined)) {
      for (const part of items(member(component, 'allOf'))) {
        const reference = isMembers(part.value) ? referenceOf(part) : undefined;
        const base =
          reference === undefined ? undefined : this.#reading.documents.resolve(reference, part.place);
        if (base?.kind !== 'node') continue;
        const key = keyOf(base.node.place);
        heirs.set(key, [...(heirs.get(key) ?? []), component]);
      }
    }
    this.#heirs.set(document, heirs);
    return heirs;
  }
}

function components({ version }: Reading): string {
  return version === '2.0' ? '#/definitions' : '#/components/schemas';
}

function nameOf({ pointer }: Place): string {
  return segmentsOf(pointer).at(-1) ?? '';
}

function keyOf({ document, pointer }: Place): string {
  return `${document}#${pointer}`;
}
