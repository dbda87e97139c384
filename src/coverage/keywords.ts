import type { JsonSchema, SchemaObject } from '../api/json-schema.ts';
import { nameOfRef } from '../api/subschemas.ts';
import type { Subject } from '../model/subject.ts';
import { below, type Place } from '../source/place.ts';
import { isStrictFormat } from '../values/formats.ts';
import { readPattern } from '../values/patterns.ts';
import { assertions, type Assertion, isPromise, wordsOf } from './assertions.ts';
import type { Element, Excuse } from './elements.ts';
import { about, type Mark } from './marks.ts';

/** What is sent in one place of a request. */
export interface Sent {
  /** As the contract says it. */
  readonly schema: JsonSchema;
  readonly place: Place;
  /** `body`, `query limit`. */
  readonly name: string;
  /** Why none of its values is tried, where that is so. */
  readonly excuse?: Excuse;
  /** Whether all that a server sees of it is text. */
  readonly isText: boolean;
}

/**
 * The keywords that a schema of what is sent promises to hold values against, at every depth, each place of the contract
 * once; and its members that are never sent because they are `readOnly`. What nothing can break (a `minLength` of 0) and
 * what only annotates promises nothing.
 */
export function keywordsOf(sent: Sent, subject: Subject): readonly Element[] {
  const walk = new Walk(sent, subject);
  const { schema, place, name } = sent;
  walk.visit({ said: schema, sent: subject.sent.of(schema), place: below(place, 'schema'), of: name });
  return walk.elements;
}

interface Node {
  /** As the contract says it, where that still has the same shape: for what is `readOnly`. */
  readonly said: JsonSchema | undefined;
  readonly sent: JsonSchema;
  readonly place: Place;
  /** `body.address.city` */
  readonly of: string;
}

class Walk {
  readonly elements: Element[] = [];
  readonly #sent: Sent;
  readonly #subject: Subject;
  readonly #seen = new Set<string>();

  constructor(sent: Sent, subject: Subject) {
    this.#sent = sent;
    this.#subject = subject;
  }

  visit(node: Node): void {
    const { sent, place } = node;
    if (typeof sent === 'boolean') return;
    if (sent.$ref !== undefined) {
      this.#follow(sent.$ref, node);
      return;
    }
    const key = `${place.document}#${place.pointer}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const { said } = node;
    const own = typeof said === 'object' && said.$ref !== undefined ? this.#target(said.$ref) : said;
    const about: Known = { ...node, schema: sent, said: typeof own === 'object' ? own : {} };
    this.#assertions(about);
    this.#members(about);
    this.#items(about);
    this.#branches(about);
  }

  #follow(reference: string, { of }: Node): void {
    const name = nameOfRef(reference);
    const sent = this.#subject.sent.schemas[name];
    const place = this.#subject.api.schemaPlaces[name];
    if (sent === undefined || place === undefined) return;
    this.visit({ said: this.#target(reference), sent, place, of });
  }

  #target(reference: string): JsonSchema | undefined {
    return this.#subject.api.schemas[nameOfRef(reference)];
  }

  #add(name: string, { place, of }: Pick<Node, 'place' | 'of'>, more?: Partial<Element>): void {
    const excuse = this.#sent.excuse ?? more?.excuse;
    this.elements.push({
      kind: 'keyword',
      name,
      of,
      place,
      marks: [about(place), ...(more?.marks ?? [])],
      ...(excuse && { excuse }),
    });
  }

  /** Keywords that say something of the value itself. */
  #assertions({ schema, place, of }: Known): void {
    for (const keyword of assertions) {
      if (!isPromise(keyword, schema)) continue;
      const excuse = this.#excuseOf(keyword, schema);
      this.#add(
        wordsOf(keyword, schema),
        { place: below(place, keyword), of },
        { ...(excuse && { excuse }) },
      );
    }
    for (const [index, name] of (schema.required ?? []).entries())
      this.#add('required', { place: below(place, 'required', index), of: `${of}.${name}` });
    for (const name of Object.keys(schema.dependentRequired ?? {}))
      this.#add('dependentRequired', { place: below(place, 'dependentRequired', name), of: `${of}.${name}` });
  }

  #excuseOf(keyword: Assertion, { format = '', pattern = '' }: SchemaObject): Excuse | undefined {
    if (keyword === 'format' && !isStrictFormat(format)) return annotation(format);
    if (keyword === 'pattern' && readPattern(pattern) === undefined) return unreadablePattern;
    return keyword === 'type' && this.#sent.isText ? text : undefined;
  }

  #members({ schema, said, place, of }: Known): void {
    const { properties = {}, patternProperties = {}, additionalProperties } = schema;
    for (const [name, inner] of Object.entries(said.properties ?? {})) {
      if (Object.hasOwn(properties, name) || inner === false) continue;
      const at = below(place, 'properties', name);
      this.#add('readOnly', { place: at, of: `${of}.${name}` }, { excuse: readOnly });
    }
    for (const [name, sent] of Object.entries(properties)) {
      this.visit({
        said: said.properties?.[name],
        sent,
        place: below(place, 'properties', name),
        of: `${of}.${name}`,
      });
    }
    for (const [pattern, sent] of Object.entries(patternProperties)) {
      this.visit({
        said: said.patternProperties?.[pattern],
        sent,
        place: below(place, 'patternProperties', pattern),
        of: `${of}.*`,
      });
    }
    if (additionalProperties === undefined) return;
    const at = below(place, 'additionalProperties');
    this.visit({ said: said.additionalProperties, sent: additionalProperties, place: at, of: `${of}.*` });
  }

  #items({ schema, said, place, of }: Known): void {
    const { items, prefixItems = [] } = schema;
    for (const [index, sent] of prefixItems.entries()) {
      this.visit({
        said: said.prefixItems?.[index],
        sent,
        place: below(place, 'prefixItems', index),
        of: `${of}[${index}]`,
      });
    }
    if (items !== undefined)
      this.visit({ said: said.items, sent: items, place: below(place, 'items'), of: `${of}[]` });
  }

  /** A value that breaks something in a branch, and is wrong for the whole, has broken the alternatives, too. */
  #branches({ schema, said, place, of }: Known): void {
    for (const [index, sent] of (schema.allOf ?? []).entries())
      this.visit({ said: said.allOf?.[index], sent, place: below(place, 'allOf', index), of });
    for (const keyword of ['anyOf', 'oneOf'] as const) {
      const branches = schema[keyword];
      if (branches === undefined) continue;
      const before = this.elements.length;
      for (const [index, sent] of branches.entries())
        this.visit({ said: said[keyword]?.[index], sent, place: below(place, keyword, index), of });
      const marks = this.elements.slice(before).flatMap((element) => element.marks);
      this.#shareTypes(before, of);
      this.#add(keyword, { place: below(place, keyword), of }, { marks });
    }
    if (schema.if !== undefined) {
      const marks = this.#within(() => {
        for (const keyword of ['then', 'else'] as const) {
          const sent = schema[keyword];
          if (sent !== undefined) this.visit({ said: said[keyword], sent, place: below(place, keyword), of });
        }
      });
      this.#add('if', { place: below(place, 'if'), of }, { marks });
    }
    for (const [name, sent] of Object.entries(schema.dependentSchemas ?? {})) {
      const at = below(place, 'dependentSchemas', name);
      const visit = () => this.visit({ said: said.dependentSchemas?.[name], sent, place: at, of });
      this.#add('dependentSchemas', { place: at, of: `${of}.${name}` }, { marks: this.#within(visit) });
    }
  }

  /** A value whose type one branch does not take, and which is wrong for the whole, is taken by no branch. */
  #shareTypes(from: number, of: string): void {
    const types = this.elements
      .slice(from)
      .filter(({ name, of: about }) => about === of && name.startsWith('type'));
    const marks = types.flatMap((element) => element.marks);
    for (const [index, element] of this.elements.entries()) {
      if (types.includes(element)) this.elements[index] = { ...element, marks };
    }
  }

  /** The marks of the elements that a visit adds. */
  #within(visit: () => void): readonly Mark[] {
    const before = this.elements.length;
    visit();
    return this.elements.slice(before).flatMap(({ marks }) => marks);
  }
}

interface Known extends Node {
  readonly schema: SchemaObject;
  readonly said: SchemaObject;
}

const readOnly: Excuse = { code: 'read-only', reason: 'It is read-only, and so never sent.' };

const text: Excuse = {
  code: 'not-observable',
  reason: 'It travels as text, in which nobody can see that a value is of another type.',
};

const unreadablePattern: Excuse = {
  code: 'unreadable-pattern',
  reason: 'The pattern is no regular expression that can be read.',
};

function annotation(format: string): Excuse {
  return {
    code: 'annotation',
    reason: `JSON Schema makes a format an annotation, and servers do not check ${format} strictly.`,
  };
}
