import type { Operation, Parameter, ParameterLocation } from '../api/api.ts';
import type { Place } from '../source/place.ts';
import type { Omission } from '../values/deviate.ts';
import { bodyDeviationsOf, type OfBodies } from './body-deviations.ts';
import { isOfClient, whyIgnored } from './known-headers.ts';
import { faultsOf, type ParameterFault, type ParameterFaults } from './parameter-deviations.ts';
import { furtherPlaces, placeOf } from './place-of.ts';
import { wordsOfParameter } from './samples.ts';
import type { Subject } from './subject.ts';

/** What can be wrong with one parameter in exactly one way, as it travels. */
export interface DeviantParameter extends ParameterFault {
  readonly parameter: Parameter;
}

/** A promise that no case breaks, and where it stands. */
export interface Untried {
  readonly omission: Omission;
  readonly place: Place;
  readonly covers?: readonly Place[];
}

/** What can be wrong with the requests of one operation. */
export interface OperationDeviations extends Pick<OfBodies, 'bodies' | 'others'> {
  /** Of every parameter that a value can be made for, whether it is required or not. */
  readonly parameters: readonly DeviantParameter[];
  readonly untried: readonly Untried[];
}

/** Works out deviations, each operation's once: several rules ask for theirs. */
export class Deviations {
  readonly #known = new Map<Operation, OperationDeviations>();
  /** By what the contract says of a parameter. */
  readonly #parameters = new Map<string, ParameterFaults>();
  /** Of a parameter that many operations refer to. */
  readonly #placed = new WeakMap<Parameter, OfParameter>();

  of(operation: Operation, subject: Subject): OperationDeviations {
    let found = this.#known.get(operation);
    if (found === undefined) {
      found = deviationsOf(operation, subject, (parameter) => this.#placedOf(parameter, subject));
      this.#known.set(operation, found);
    }
    return found;
  }

  #placedOf(parameter: Parameter, subject: Subject): OfParameter {
    let placed = this.#placed.get(parameter);
    if (placed === undefined) {
      placed = ofParameter(parameter, this.#faultsOf(parameter, subject), subject);
      this.#placed.set(parameter, placed);
    }
    return placed;
  }

  #faultsOf(parameter: Parameter, subject: Subject): ParameterFaults {
    const key = wordsOfParameter(parameter);
    let found = this.#parameters.get(key);
    if (found === undefined) this.#parameters.set(key, (found = faultsOf(parameter, subject)));
    return found;
  }
}

interface OfParameter {
  readonly parameters: readonly DeviantParameter[];
  readonly untried: readonly Untried[];
}

function deviationsOf(
  operation: Operation,
  subject: Subject,
  placed: (parameter: Parameter) => OfParameter,
): OperationDeviations {
  const { bodies, others, omitted } = bodyDeviationsOf(operation, subject);
  const ofParameters = operation.parameters.filter((one) => !isOfClient(one)).map(placed);
  return {
    bodies,
    others,
    parameters: ofParameters.flatMap(({ parameters }) => parameters),
    untried: [
      ...omitted.flatMap(({ around, omissions }) => untriedAt(around, omissions, subject)),
      ...ofParameters.flatMap(({ untried }) => untried),
    ],
  };
}

function ofParameter(
  parameter: Parameter,
  { faults, omissions }: ParameterFaults,
  subject: Subject,
): OfParameter {
  const untried = untriedAt(parameter.place, omissions, subject);
  const reason = parameter.in === 'header' ? whyIgnored(parameter.name) : undefined;
  if (reason === undefined) return { parameters: faults.map((fault) => ({ ...fault, parameter })), untried };
  const ignored = faults.map(({ deviation }) => ({ ...deviation, code: 'may-be-ignored', reason }) as const);
  return { parameters: [], untried: [...untried, ...untriedAt(parameter.place, ignored, subject)] };
}

function untriedAt(around: Place, omissions: readonly Omission[], subject: Subject): readonly Untried[] {
  return omissions.map((omission) => ({
    omission,
    place: placeOf(omission, around, subject),
    ...furtherPlaces(omission, around, subject),
  }));
}

/** What a parameter's location is called in a title. */
export const locationWords: Readonly<Record<ParameterLocation, string>> = {
  path: 'path parameter',
  query: 'query parameter',
  header: 'header',
  cookie: 'cookie',
};
