import { isMembers, put, type Members } from './node.ts';
import type { Version } from './version.ts';

/**
 * What an object of a description is: an `object` of the specification (its keys are keywords), `names` (its keys are
 * the author's: a property may be called `default`), or `data` (an example, in which `$ref` is only text).
 */
type Kind = 'object' | 'names' | 'data';

/** Keywords whose value is an object with the author's own keys. */
const namesKeywords = new Set(
  `properties patternProperties $defs definitions dependentSchemas dependencies schemas responses parameters
  requestBodies headers securitySchemes securityDefinitions links callbacks pathItems paths webhooks content encoding
  mediaTypes variables additionalOperations`.split(/\s+/),
);

/** Keywords whose value is data. `value` belongs to Example Objects; `examples` holds data in 2.0 and in schemas. */
const dataKeywords = new Set([
  'example',
  'default',
  'enum',
  'const',
  'value',
  'dataValue',
  'serializedValue',
]);

function kindOf(
  parent: Kind,
  key: string,
  { value, version }: { readonly value: unknown; readonly version: Version },
): Kind {
  if (parent === 'names') return 'object';
  if (parent === 'data' || dataKeywords.has(key) || key.startsWith('x-')) return 'data';
  if (key === 'examples') return version === '2.0' || Array.isArray(value) ? 'data' : 'names';
  return namesKeywords.has(key) && isMembers(value) ? 'names' : 'object';
}

/** Every `$ref` that is a reference, wherever it stands, in the order of the document. */
export function* referencesIn(document: unknown, version: Version): Generator<string> {
  for (const object of objectsIn(document, version)) {
    if (typeof object['$ref'] === 'string') yield object['$ref'];
  }
}

/** Every object whose keys are keywords, in the order of the document. */
export function* objectsIn(document: unknown, version: Version): Generator<Members> {
  const open: { readonly value: unknown; readonly kind: Kind }[] = [{ value: document, kind: 'object' }];
  const seen = new Set<object>();
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, kind } = next;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (Array.isArray(value)) {
      for (let index = value.length - 1; index >= 0; index -= 1) open.push({ value: value[index], kind });
      continue;
    }
    const object = value as Members;
    if (kind === 'object') yield object;
    for (const key of Object.keys(object).toReversed()) {
      const child = object[key];
      const childKind = kindOf(kind, key, { value: child, version });
      if (childKind !== 'data') open.push({ value: child, kind: childKind });
    }
  }
}

/** A deep copy in which data holds no objects, so that no `$ref` is left but those that are references. */
export function masked(document: unknown, version: Version): unknown {
  const copy = (value: unknown, kind: Kind): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (kind === 'data') return Array.isArray(value) ? value.map(maskedItem) : {};
    if (Array.isArray(value)) return value.map((item) => copy(item, kind));
    const object = value as Members;
    const made: Record<string, unknown> = {};
    for (const key of Object.keys(object)) {
      const child = object[key];
      put(made, key, copy(child, kindOf(kind, key, { value: child, version })));
    }
    return made;
  };
  return copy(document, 'object');
}

/** Items stay different from one another, as an enum wants them. */
function maskedItem(item: unknown, index: number): unknown {
  return typeof item === 'object' && item !== null ? `item ${index}` : item;
}
