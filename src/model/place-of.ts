import { below, type Place } from '../source/place.ts';
import type { Deviation } from '../values/deviate.ts';
import type { Subject } from './subject.ts';

/**
 * The part of the contract that a deviation breaks (or an omission does not), as far as its text can tell. `around`: the
 * parameter or the content whose schema it is.
 */
export function placeOf({ origin }: Pick<Deviation, 'origin'>, around: Place, { api }: Subject): Place {
  const start =
    origin.name === undefined ? below(around, 'schema') : (api.schemaPlaces[origin.name] ?? around);
  return below(start, ...origin.segments);
}

/** What else of the contract it breaks; `{}` where that is nothing. */
export function furtherPlaces(
  { also = [] }: Pick<Deviation, 'also'>,
  around: Place,
  subject: Subject,
): { readonly covers?: readonly Place[] } {
  return also.length === 0 ? {} : { covers: also.map((origin) => placeOf({ origin }, around, subject)) };
}
