import type { Code } from '../../diagnostics/catalogue.ts';
import { segmentsOf, type Place } from '../../source/place.ts';
import { readUrl, realUrl, type Loaded } from '../../source/read.ts';
import type { Source } from '../../source/source.ts';
import type { FrontEndOptions } from '../front-end.ts';
import { objectsIn, referencesIn } from './data-positions.ts';
import { isMembers, type Node } from './node.ts';
import type { Version } from './version.ts';

/** What a reference names, or what is wrong with it. */
export type Resolved =
  | { readonly kind: 'node'; readonly node: Node }
  | { readonly kind: 'problem'; readonly code: Code; readonly reason: string };

type Refusal = Extract<Resolved, { kind: 'problem' }>;

/** Longer than any chain of references that is meant. */
const longestDetour = 20;

/**
 * The contract and every document that its references lead to, and the lookup of references in them. Nothing is
 * dereferenced or copied: a reference is a name for a node.
 */
export class Documents {
  readonly #version: Version;
  readonly #sources = new Map<string, Source>();
  readonly #urls = new Map<string, Source | Refusal>();
  /** By document, and the reference in it. */
  readonly #resolved = new Map<string, Map<string, Resolved>>();
  readonly #identifiers = new Map<string, ReadonlyMap<string, unknown>>();

  private constructor(main: Source, version: Version) {
    this.#version = version;
    this.#add(main.url, main);
  }

  /** Reads all documents that can be reached, as far as the options allow. What is missing is told when it is used. */
  static async load(main: Source, version: Version, options: FrontEndOptions): Promise<Documents> {
    const documents = new Documents(main, version);
    const folder = realUrl(new URL('.', main.url).href);
    let found: readonly Source[] = [main];
    while (found.length > 0) {
      // What an overlay has added does not stand in the text.
      const mayRefer = found.filter(
        (source) => options.overlays.length > 0 || hasExternalReference(source.text),
      );
      const urls = new Set(mayRefer.flatMap((source) => externalUrls(source, version)));
      const wanted = [...urls].filter((url) => !documents.#urls.has(url));
      const loaded = await Promise.all(
        wanted.map(async (url) => ({ url, loaded: await fetchInside(url, folder, options) })),
      );
      for (const { url, loaded: source } of loaded) documents.#add(url, source);
      found = loaded.flatMap(({ loaded: source }) => ('text' in source ? [source] : []));
    }
    return documents;
  }

  /** What a reference (RFC 3986, with a JSON Pointer or an anchor as its fragment) names, seen from a place. */
  resolve(reference: string, from: Place): Resolved {
    let fromDocument = this.#resolved.get(from.document);
    if (fromDocument === undefined) this.#resolved.set(from.document, (fromDocument = new Map()));
    let resolved = fromDocument.get(reference);
    if (resolved === undefined)
      fromDocument.set(reference, (resolved = this.#lookUp(reference, { from, detours: 0 })));
    return resolved;
  }

  #add(url: string, loaded: Source | Refusal): void {
    this.#urls.set(url, loaded);
    if ('text' in loaded && !this.#sources.has(loaded.document)) this.#sources.set(loaded.document, loaded);
  }

  #lookUp(reference: string, seen: { readonly from: Place; readonly detours: number }): Resolved {
    const [address = '', fragment = ''] = reference.split(/#(.*)/s);
    const source = this.#documentAt(address, seen.from);
    if (!('text' in source)) return source;
    const raw = fragment;
    const decoded = percentDecoded(fragment);
    if (decoded !== '' && !decoded.startsWith('/')) return this.#anchor(source, decoded);
    const root: Node = { value: source.value, place: { document: source.document, pointer: '' } };
    const at = this.#descend(root, decoded, seen.detours) ?? this.#descend(root, raw, seen.detours);
    return at ? { kind: 'node', node: at } : broken(`there is nothing at #${decoded} in ${source.document}`);
  }

  #documentAt(address: string, from: Place): Source | Refusal {
    const here = this.#sources.get(from.document);
    if (!here) return broken('its own document is not known');
    if (address === '') return here;
    const url = absolute(address, here.url);
    if (url === undefined) return broken('it is no URL');
    return this.#urls.get(url) ?? this.#identified(url) ?? broken('it is not a document that was read');
  }

  /** A document that calls itself by this URL (`$self`, OpenAPI 3.2; `$id`, JSON Schema). */
  #identified(url: string): Source | undefined {
    return [...this.#sources.values()].find(
      ({ value }) => isMembers(value) && (value['$self'] === url || value['$id'] === url),
    );
  }

  /** A reference in the middle of a pointer is followed: `#/components/parameters/Id/schema`. */
  #descend(root: Node, pointer: string, detours: number): Node | undefined {
    let { value } = root;
    const segments = segmentsOf(pointer);
    for (const [index, segment] of segments.entries()) {
      if (typeof value !== 'object' || value === null) return undefined;
      if (Object.hasOwn(value, segment)) {
        value = (value as Readonly<Record<string, unknown>>)[segment];
        continue;
      }
      const reference = isMembers(value) ? value['$ref'] : undefined;
      if (typeof reference !== 'string' || detours > longestDetour) return undefined;
      const target = this.#lookUp(reference, { from: root.place, detours: detours + 1 });
      if (target.kind === 'problem' || target.node.place.document !== root.place.document) return undefined;
      const rest = [...segmentsOf(target.node.place.pointer), ...segments.slice(index)];
      return this.#descend(root, escaped(rest), detours + 1);
    }
    return value === undefined ? undefined : { value, place: { document: root.place.document, pointer } };
  }

  /** `$anchor` and `$dynamicAnchor` (JSON Schema 2020-12 §8.2.2), looked for where a document is first asked for one. */
  #anchor(source: Source, name: string): Resolved {
    const known = this.#identifiers.get(source.document) ?? anchorsOf(source, this.#version);
    this.#identifiers.set(source.document, known);
    if (!known.has(name)) return broken(`${source.document} has no $anchor ${name}`);
    const place = { document: source.document, pointer: pointerOf(source.value, known.get(name)) };
    return { kind: 'node', node: { value: known.get(name), place } };
  }
}

function broken(reason: string): Refusal {
  return { kind: 'problem', code: 'openapi/broken-reference', reason };
}

async function fetchInside(url: string, folder: string, options: FrontEndOptions): Promise<Source | Refusal> {
  const scheme = new URL(url).protocol;
  if (scheme === 'http:' || scheme === 'https:') {
    if (!options.allowNetwork)
      return { kind: 'problem', code: 'openapi/reference-network', reason: 'it goes to the network' };
  } else if (scheme !== 'file:') {
    return broken(`itc does not read ${scheme} URLs`);
  } else if (!options.allowOutside && !realUrl(url).startsWith(folder)) {
    return { kind: 'problem', code: 'openapi/reference-outside', reason: "it leaves the contract's folder" };
  }
  const loaded: Loaded = await readUrl(url);
  return loaded.kind === 'source' ? loaded.source : broken(loaded.reason);
}

/** A glance at the text: most documents refer to nothing outside, and need not be walked. */
function hasExternalReference(text: string): boolean {
  return /\$ref["']?\s*:\s*(?:["'](?!#)|[^"'#\s])/.test(text);
}

/** The documents that a source refers to. */
function externalUrls({ url, value }: Source, version: Version): readonly string[] {
  const addresses = [...referencesIn(value, version)].map((reference) => reference.replace(/#.*$/s, ''));
  return addresses.flatMap((address) => (address === '' ? [] : (absolute(address, url) ?? [])));
}

function absolute(address: string, base: string): string | undefined {
  return URL.canParse(address, base) ? new URL(address, base).href : undefined;
}

function percentDecoded(fragment: string): string {
  if (!fragment.includes('%')) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // a bare percent sign: taken as it is
  }
}

function escaped(segments: readonly string[]): string {
  return segments.map((segment) => `/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function anchorsOf({ value }: Source, version: Version): ReadonlyMap<string, unknown> {
  const anchors = new Map<string, unknown>();
  for (const object of objectsIn(value, version)) {
    for (const name of [object['$dynamicAnchor'], object['$anchor']])
      if (typeof name === 'string') anchors.set(name, object);
  }
  return anchors;
}

/** The pointer of an object that is known to be in a document. */
function pointerOf(document: unknown, wanted: unknown): string {
  const open: { readonly value: unknown; readonly segments: readonly string[] }[] = [
    { value: document, segments: [] },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, segments } = next;
    if (value === wanted) return escaped(segments);
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, child] of Object.entries(value))
      open.push({ value: child, segments: [...segments, key] });
  }
  return '';
}
