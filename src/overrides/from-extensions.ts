import type { Api, Operation } from '../api/api.ts';
import { isObject, type Json, type JsonObject } from '../api/json.ts';
import { ownExtensions, ownPrefix, type ExtensionOwner } from '../api/own-extensions.ts';
import type { Report } from '../diagnostics/report.ts';
import { below, type Place } from '../source/place.ts';
import { codesOf } from './codes.ts';
import type { Override } from './override.ts';

/** A value that stands in an extension, and where. */
interface Said {
  readonly value: Json;
  readonly place: Place;
}

/** What an extension says; text: what it would have to be, where it says nothing that can be meant. */
type Reading = readonly Override[] | string;

/**
 * What a contract, or an Overlay of it, says to itc: the extensions of operations, parameters and media types as
 * statements. Those of schemas are keywords like others, and come with them. What cannot be meant is reported and left out.
 */
export function fromExtensions({ operations }: Api, report: Report): readonly Override[] {
  const read = (owner: Owner, readers: Readonly<Record<string, (said: Said) => Reading>>) =>
    Object.entries(owner.extensions ?? {}).flatMap(([name, value]): readonly Override[] => {
      if (!name.startsWith(ownPrefix)) return [];
      const said = { value, place: below(owner.place, name) };
      const reading = readers[name]?.(said) ?? elsewhere(name, owner.kind);
      if (typeof reading !== 'string') return reading;
      if (reading !== '') report.add('overrides/invalid', said.place, { name, wanted: reading });
      return [];
    });
  return operations.flatMap((operation) => [
    ...read({ kind: 'operation', ...operation }, readersOf(operation)),
    ...operation.parameters.flatMap((parameter) =>
      read(
        { kind: 'parameter', ...parameter },
        {
          'x-itc-example': (said) => [
            { says: 'parameter', operation: operation.key, name: parameter.name, ...said },
          ],
          'x-itc-seed': ({ value, place }) =>
            value === true
              ? [{ says: 'seed', operation: operation.key, name: parameter.name, place }]
              : 'it wants true',
        },
      ),
    ),
    ...(operation.body?.contents ?? []).flatMap((content) =>
      read(
        { kind: 'media type', ...content },
        { 'x-itc-example': (said) => [{ says: 'body', operation: operation.key, name: '', ...said }] },
      ),
    ),
  ]);
}

interface Owner {
  readonly kind: ExtensionOwner;
  readonly extensions?: JsonObject;
  readonly place: Place;
}

function readersOf({ key }: Operation): Readonly<Record<string, (said: Said) => Reading>> {
  return {
    'x-itc-unsafe': ({ value, place }) =>
      typeof value === 'boolean'
        ? [{ says: 'unsafe', operation: key, is: value, place }]
        : 'it wants true or false',
    'x-itc-owned': ({ value, place }) =>
      typeof value === 'boolean'
        ? [{ says: 'owned', operation: key, is: value, place }]
        : 'it wants true or false',
    'x-itc-skip': ({ value, place }) =>
      typeof value === 'string' && value.trim() !== ''
        ? [{ says: 'skip', match: { operation: key }, reason: value, place }]
        : 'it wants a reason',
    'x-itc-status': ({ value, place }) => {
      if (!isObject(value)) return 'it wants statuses by kind of case';
      const read = Object.entries(value).map(([kind, said]) => ({ kind, codes: codesOf(said) }));
      return read.every((one): one is typeof one & { codes: object } => one.codes !== undefined)
        ? read.map(({ kind, codes }) => ({
            says: 'status',
            operation: key,
            kind,
            codes,
            place: below(place, kind),
          }))
        : 'it wants codes from 200 to 499, 2XX or 4XX';
    },
    'x-itc-produces': ({ value, place }) => {
      if (!isObject(value)) return 'it wants JSON Pointers by the name of what they give';
      const read = Object.entries(value);
      return read.every((one): one is [string, string] => typeof one[1] === 'string')
        ? read.map(([name, pointer]) => ({
            says: 'produces',
            operation: key,
            name,
            pointer,
            place: below(place, name),
          }))
        : 'it wants JSON Pointers';
    },
  };
}

/** Of an extension that says nothing here: where it would. `''` for one that is unknown: that was reported when it was read. */
function elsewhere(name: string, here: ExtensionOwner): string {
  const owners: readonly string[] = Object.entries(ownExtensions).find(([own]) => own === name)?.[1] ?? [];
  return owners.length === 0 || owners.includes(here) ? '' : `it belongs to ${owners.join(' or ')}`;
}
