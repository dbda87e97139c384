import type { Place } from '../source/place.ts';
import type { Json } from './json.ts';

/**
 * What the owner of an API says of its tests beyond the contract, once it is worked into an Api: in itc.yaml, or in `x-itc-…`
 * (docs/overrides.md). Every part of it has the place where it is said.
 */
export interface OwnerWords {
  /** Values that the setup file gives, by the name of a parameter, of a body's member, or of the seed itself. */
  readonly seeds: Readonly<Record<string, SaidSeed>>;
  readonly produces: readonly SaidProducer[];
}

/** What the owner says of one operation. */
export interface OperationWords {
  /** The statuses that are expected, by kind of case; `invalid` stands for every kind of wrong input. */
  readonly statuses?: Readonly<Record<string, SaidStatuses>>;
  /** Whether calling it would harm others. */
  readonly unsafe?: boolean;
  /** Of what creates things: whether each belongs to its creator, and nobody else may read, change or delete it. */
  readonly owned?: boolean;
}

export interface SaidStatuses {
  readonly codes: readonly (number | '2XX' | '4XX')[];
  readonly place: Place;
}

export interface SaidSeed {
  /** Taken where the setup file gives none. */
  readonly value?: Json;
  readonly place: Place;
}

/** What is called `name` anywhere in a request comes from an answer of the operation. */
export interface SaidProducer {
  readonly name: string;
  /** The key of an operation. */
  readonly operation: string;
  /** JSON Pointer into the body of its success. */
  readonly pointer: string;
  readonly place: Place;
}

/** A value that is sent instead of one that the contract shows, or that would be made. */
export interface Given {
  readonly value: Json;
  readonly place: Place;
}

/** The same for a member of a body. */
export interface GivenMember extends Given {
  /** JSON Pointer into the body. */
  readonly pointer: string;
}
