import type { JsonSchema, SchemaObject } from '../api/json-schema.ts';
import { nameOfRef } from '../api/subschemas.ts';
import type { Subject } from '../model/subject.ts';
import { below, type Place } from '../source/place.ts';
import { isStrictFormat } from '../values/formats.ts';
import { demandsOf, placeless, typesOf } from '../values/parts.ts';
import { readPattern } from '../values/patterns.ts';
import { assertions, type Assertion, isPromise, withoutEffect, wordsOf } from './assertions.ts';
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
  /** The alternatives that it stands in, the innermost first. */
  readonly within?: readonly Place[];
}

class Walk {
  readonly elements: Element[] = [];
  readonly #sent: Sent;
  readonly #subject: Subject;
  /** By place: the marks of all that was found there. */
  readonly #seen = new Map<string, readonly Mark[]>();

  constructor(sent: Sent, subject: Subject) {
    this.#sent = sent;
    this.#subject = subject;
  }

  /** Adds the elements of a place, where they are not there yet; gives the marks of all of them. */
  visit(node: Node): readonly Mark[] {
    const { sent, place } = node;
    if (typeof sent === 'boolean') return [];
    if (sent.$ref !== undefined) return this.#follow(sent.$ref, node);
    const key = `${place.document}#${place.pointer}`;
    const seen = this.#seen.get(key);
    if (seen) return seen;
    this.#seen.set(key, []);
    const before = this.elements.length;
    const { said } = node;
    const own = typeof said === 'object' && said.$ref !== undefined ? this.#target(said.$ref) : said;
    const about: Known = { ...node, schema: sent, said: typeof own === 'object' ? own : {} };
    this.#assertions(about);
    this.#members(about);
    this.#items(about);
    this.#branches(about);
    const marks = this.elements.slice(before).flatMap((element) => element.marks);
    this.#seen.set(key, marks);
    return marks;
  }

  #follow(reference: string, { of, within }: Node): readonly Mark[] {
    const name = nameOfRef(reference);
    const sent = this.#subject.sent.schemas[name];
    const place = this.#subject.api.schemaPlaces[name];
    if (sent === undefined || place === undefined) return [];
    return this.visit({ said: this.#target(reference), sent, place, of, ...(within && { within }) });
  }

  #target(reference: string): JsonSchema | undefined {
    return this.#subject.api.schemas[nameOfRef(reference)];
  }

  #add(name: string, { place, of, within, at }: Added, more?: Partial<Element>): void {
    const excuse = this.#sent.excuse ?? more?.excuse;
    this.elements.push({
      kind: 'keyword',
      name,
      of,
      place,
      marks: [about(place), ...(more?.marks ?? [])],
      schema: at,
      ...(within && { within }),
      ...(excuse && { excuse }),
    });
  }

  /** Keywords that say something of the value itself. */
  #assertions({ schema, place, of, within }: Known): void {
    const node = { of, at: place, ...(within && { within }) };
    for (const keyword of assertions) {
      if (!isPromise(keyword, schema)) continue;
      const excuse = this.#excuseOf(keyword, schema);
      this.#add(wordsOf(keyword, schema), { ...node, place: below(place, keyword) }, excused(excuse));
    }
    for (const [index, name] of (schema.required ?? []).entries())
      this.#add(
        'required',
        { ...node, place: below(place, 'required', index), of: `${of}.${name}` },
        excused(this.#idle('required', schema)),
      );
    for (const name of Object.keys(schema.dependentRequired ?? {}))
      this.#add(
        'dependentRequired',
        { ...node, place: below(place, 'dependentRequired', name), of: `${of}.${name}` },
        excused(this.#idle('dependentRequired', schema)),
      );
  }

  /** Why a keyword can't be broken: no value that the schema allows is of its kind. */
  #idle(keyword: Assertion | 'required' | 'dependentRequired', schema: SchemaObject): Excuse | undefined {
    const { parts } = demandsOf(this.#subject.sent.schemas, placeless(schema));
    const idle = withoutEffect(keyword, typesOf(parts));
    return idle === undefined ? undefined : noEffect(keyword, idle);
  }

  #excuseOf(keyword: Assertion, schema: SchemaObject): Excuse | undefined {
    const { format = '', pattern = '' } = schema;
    const idle = this.#idle(keyword, schema);
    if (idle) return idle;
    if (keyword === 'format' && !isStrictFormat(format)) return annotation(format);
    if (keyword === 'pattern' && readPattern(pattern) === undefined) return unreadablePattern;
    if (keyword === 'discriminator') return unnamed;
    return keyword === 'type' && this.#sent.isText ? text : undefined;
  }

  #members({ schema, said, place, of, within }: Known): void {
    const inside = within && { within };
    const { properties = {}, patternProperties = {}, additionalProperties } = schema;
    for (const [name, inner] of Object.entries(said.properties ?? {})) {
      if (Object.hasOwn(properties, name) || inner === false) continue;
      const at = below(place, 'properties', name);
      this.#add('readOnly', { place: at, at: place, of: `${of}.${name}` }, { excuse: readOnly });
    }
    for (const [name, sent] of Object.entries(properties)) {
      this.visit({
        said: said.properties?.[name],
        sent,
        place: below(place, 'properties', name),
        of: `${of}.${name}`,
        ...inside,
      });
    }
    for (const [pattern, sent] of Object.entries(patternProperties)) {
      this.visit({
        said: said.patternProperties?.[pattern],
        sent,
        place: below(place, 'patternProperties', pattern),
        of: `${of}.*`,
        ...inside,
      });
    }
    if (additionalProperties === undefined) return;
    const at = below(place, 'additionalProperties');
    this.visit({
      said: said.additionalProperties,
      sent: additionalProperties,
      place: at,
      of: `${of}.*`,
      ...inside,
    });
  }

  #items({ schema, said, place, of, within }: Known): void {
    const inside = within && { within };
    const { items, prefixItems = [] } = schema;
    for (const [index, sent] of prefixItems.entries()) {
      this.visit({
        said: said.prefixItems?.[index],
        sent,
        place: below(place, 'prefixItems', index),
        of: `${of}[${index}]`,
        ...inside,
      });
    }
    if (items !== undefined)
      this.visit({ said: said.items, sent: items, place: below(place, 'items'), of: `${of}[]`, ...inside });
  }

  /** A value that breaks something in a branch, and is wrong for the whole, has broken the alternatives, too. */
  #branches({ schema, said, place, of, within = [] }: Known): void {
    for (const [index, sent] of (schema.allOf ?? []).entries())
      this.visit({ said: said.allOf?.[index], sent, place: below(place, 'allOf', index), of, within });
    for (const keyword of ['anyOf', 'oneOf'] as const) {
      const branches = schema[keyword];
      if (branches === undefined) continue;
      const before = this.elements.length;
      const marks = branches.flatMap((sent, index) => {
        const at = below(place, keyword, index);
        return this.visit({ said: said[keyword]?.[index], sent, place: at, of, within: [at, ...within] });
      });
      this.#shareTypes(before, of);
      this.#add(
        keyword,
        { place: below(place, keyword), at: place, of, within },
        { marks, excuse: allTaken },
      );
    }
    if (schema.if !== undefined) {
      const marks = (['then', 'else'] as const).flatMap((keyword) => {
        const [sent, at] = [schema[keyword], below(place, keyword)];
        if (sent === undefined) return [];
        return this.visit({ said: said[keyword], sent, place: at, of, within: [at, ...within] });
      });
      this.#add('if', { place: below(place, 'if'), at: place, of, within }, { marks, excuse: allTaken });
    }
    for (const [name, sent] of Object.entries(schema.dependentSchemas ?? {})) {
      const at = below(place, 'dependentSchemas', name);
      const marks = this.visit({ said: said.dependentSchemas?.[name], sent, place: at, of, within });
      this.#add(
        'dependentSchemas',
        { place: at, at: place, of: `${of}.${name}`, within },
        { marks, excuse: allTaken },
      );
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
}

/** What is added, and the schema object that says it. */
interface Added extends Pick<Node, 'place' | 'of' | 'within'> {
  readonly at: Place;
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

const allTaken: Excuse = {
  code: 'still-valid',
  reason: 'No value is tried that none of its alternatives takes.',
};

function excused(excuse: Excuse | undefined): Pick<Element, 'excuse'> {
  return excuse ? { excuse } : {};
}

function noEffect(keyword: string, types: string): Excuse {
  return { code: 'no-effect', reason: `${keyword} says something of ${types}, and its type allows none.` };
}

const unnamed: Excuse = {
  code: 'not-made',
  reason: 'No request has a value there that names its alternative.',
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
