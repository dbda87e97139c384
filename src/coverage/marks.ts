import type { ParameterLocation } from '../api/api.ts';
import type { Place } from '../source/place.ts';

/**
 * What an element of an operation and a case that tests it have in common, as text. An element is covered by the cases
 * of its operation that bear one of its marks.
 */
export type Mark = string;

/** The operation is called. */
export const called: Mark = 'called';

/** Somebody who should not be let in calls it: nobody we know, or a malformed credential. */
export const uninvited: Mark = 'uninvited';

/** Somebody who is known, and may do less, calls it. */
export const lesser: Mark = 'lesser';

/** A case, or a row of it, is about a place in the contract. */
export function about({ document, pointer }: Place): Mark {
  return `about ${document}#${pointer}`;
}

/** A status is expected: `422`, `2XX`, `default`. */
export function expected(status: string): Mark {
  return `expected ${status}`;
}

/** A body of a media type is sent. */
export function sent(mediaType: string): Mark {
  return `sent ${bare(mediaType)}`;
}

/** A media type is asked for, by name, in the header Accept. */
export function accepted(mediaType: string): Mark {
  return `accepted ${bare(mediaType)}`;
}

/** A parameter travels. */
export function carried(location: ParameterLocation, name: string): Mark {
  return `carried ${location} ${location === 'header' ? name.toLowerCase() : name}`;
}

/** Without parameters, in lower case (RFC 9110 §8.3.1). */
function bare(mediaType: string): string {
  return mediaType.split(';')[0]!.trim().toLowerCase();
}
