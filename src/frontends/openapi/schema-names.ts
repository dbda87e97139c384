import path from 'node:path';
import { segmentsOf, type Place } from '../../source/place.ts';
import { shortHash } from './short-hash.ts';

/** Segments of a pointer that say nothing about the schema behind them. */
const structural = new Set(
  'components schemas definitions $defs properties content schema paths responses parameters allOf anyOf oneOf'.split(
    ' ',
  ),
);

/**
 * Names for the schemas at these places: `[A-Za-z0-9._-]+`, unique, and each independent of the others' order.
 *
 * A component has its own name. What stands elsewhere is named after the telling segments of its pointer, a whole file
 * after itself. Of several schemas that would have one name, the component of the contract keeps it; the others have a
 * fingerprint of their place behind it.
 *
 * @param main the contract's document, in front of all others.
 */
export function nameSchemas(places: readonly Place[], main: string): readonly string[] {
  const wished = places.map(wish);
  const holders = new Map<string, number>();
  for (const [index, name] of wished.entries()) {
    const holder = holders.get(name);
    if (holder === undefined || precedes(places[index]!, places[holder]!, main)) holders.set(name, index);
  }
  return wished.map((name, index) =>
    holders.get(name) === index ? name : `${name}-${fingerprint(places[index]!, main)}`,
  );
}

function wish(place: Place): string {
  const segments = segmentsOf(place.pointer);
  const telling = segments.filter(
    (segment, index) => !structural.has(segment) || index === segments.length - 1,
  );
  const file = /([^/\\]+?)(\.[^./\\]*)*$/.exec(place.document)?.[1] ?? '';
  return safe(telling.join('.')) || safe(segments.join('.')) || safe(file) || 'schema';
}

function safe(text: string): string {
  return text
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
    .replaceAll(/\.-+|-+\./g, '.')
    .replaceAll(/^[-.]+|[-.]+$/g, '');
}

/** Whether a place has the older right to a name. */
function precedes(left: Place, right: Place, main: string): boolean {
  const rank = (place: Place) => {
    const isComponent = /^\/(components\/schemas|definitions)\/[^/]+$/.test(place.pointer);
    return `${place.document === main ? 0 : 1}${isComponent ? 0 : 1}${identity(place, main)}`;
  };
  return rank(left) < rank(right);
}

function fingerprint(place: Place, main: string): string {
  return shortHash(identity(place, main));
}

/** A place seen from the contract: the folder that the command runs in is no part of a name. */
function identity({ document, pointer }: Place, main: string): string {
  const file = document.includes('://') ? document : path.posix.relative(path.posix.dirname(main), document);
  return `${file}#${pointer}`;
}
