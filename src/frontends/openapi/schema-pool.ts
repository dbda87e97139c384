import type { JsonSchema, Schemas, SchemaObject } from '../../api/json-schema.ts';
import type { Place } from '../../source/place.ts';
import { endless } from './endless.ts';
import { put, type Node } from './node.ts';
import { nameSchemas } from './schema-names.ts';

/** A schema that something refers to. It is named at the end, when all others are known. */
export interface Named {
  readonly node: Node;
  /** The one `$ref` object that stands wherever the schema is referred to. */
  readonly reference: { $ref: string };
  schema: JsonSchema | undefined;
  /** Why it says nothing: its reference is broken. */
  readonly hole?: string;
}

/** What the pool holds when all is read. */
export interface Pooled {
  readonly schemas: Schemas;
  readonly places: Readonly<Record<string, Place>>;
  /** Schemas that are `true` because what they should say could not be read: why, by name. */
  readonly holes: ReadonlyMap<string, string>;
  /** References that lead back to themselves without saying anything in between. */
  readonly loops: readonly Place[];
}

/** Every schema that is referred to, once, whatever the reference looks like. */
export class SchemaPool {
  readonly #named = new Map<string, Named>();
  readonly #mentions: ((name: ReadonlyMap<Named, string>) => void)[] = [];
  readonly #open: Named[] = [];

  /** The schema at a node. */
  at(node: Node): Named {
    const key = `${node.place.document}#${node.place.pointer}`;
    return this.#named.get(key) ?? this.#add(key, { node, reference: { $ref: '' }, schema: undefined });
  }

  /** A schema that should stand where the reference at this place leads to. */
  hole(place: Place, reason: string): Named {
    const key = `hole ${place.document}#${place.pointer}`;
    const node: Node = { value: true, place };
    return (
      this.#named.get(key) ?? this.#add(key, { node, reference: { $ref: '' }, schema: true, hole: reason })
    );
  }

  /** A mapping (of a discriminator) to schemas: `#/$defs/<name>` by value. */
  mapping(branches: ReadonlyMap<string, Named>): Readonly<Record<string, string>> {
    const mapping: Record<string, string> = {};
    for (const [value, named] of branches) {
      put(mapping, value, '');
      this.#mentions.push((names) => put(mapping, value, `#/$defs/${names.get(named)}`));
    }
    return mapping;
  }

  /** Reads what is referred to, and what that refers to; then names everything. */
  finish(read: (node: Node) => JsonSchema, main: string): Pooled {
    for (let next = this.#open.pop(); next; next = this.#open.pop()) next.schema ??= read(next.node);
    const all = [...this.#named.values()];
    const names = nameSchemas(
      all.map(({ node }) => node.place),
      main,
    );
    const nameOf = new Map(all.map((named, index) => [named, names[index]!]));
    for (const [named, name] of nameOf) named.reference.$ref = `#/$defs/${name}`;
    for (const mention of this.#mentions) mention(nameOf);

    const sorted = [...nameOf].toSorted(([, left], [, right]) => (left < right ? -1 : 1));
    const { schemas, cut } = endless(new Map(sorted.map(([named, name]) => [name, named.schema ?? true])));
    const places = new Map(sorted.map(([named, name]) => [name, named.node.place]));
    const holes = new Map(sorted.flatMap(([{ hole }, name]) => (hole === undefined ? [] : [[name, hole]])));
    for (const name of cut) holes.set(name, 'a reference leads back to itself');
    return {
      schemas: Object.fromEntries(schemas),
      places: Object.fromEntries(places),
      holes,
      loops: cut.map((name) => places.get(name)!),
    };
  }

  #add(key: string, named: Named): Named {
    this.#named.set(key, named);
    this.#open.push(named);
    return named;
  }
}

/** The name behind a `$ref` of the Api. */
export function nameBehind(schema: SchemaObject): string | undefined {
  return schema.$ref?.slice('#/$defs/'.length);
}
