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

  of(operation: Operation, subject: Subject): OperationDeviations {
    let found = this.#known.get(operation);
    if (found === undefined) {
      found = deviationsOf(operation, subject, (parameter) => this.#ofParameter(parameter, subject));
      this.#known.set(operation, found);
    }
    return found;
  }

  #ofParameter(parameter: Parameter, subject: Subject): ParameterFaults {
    const key = wordsOfParameter(parameter);
    const found = this.#parameters.get(key) ?? faultsOf(parameter, subject);
    this.#parameters.set(key, found);
    return found;
  }
}

function deviationsOf(
  operation: Operation,
  subject: Subject,
  ofParameter: (parameter: Parameter) => ParameterFaults,
): OperationDeviations {
  const untried: Untried[] = [];
  const note = (around: Place, omissions: readonly Omission[]) => {
    untried.push(
      ...omissions.map((omission) => ({
        omission,
        place: placeOf(omission, around, subject),
        ...furtherPlaces(omission, around, subject),
      })),
    );
  };
  const { bodies, others, omitted } = bodyDeviationsOf(operation, subject);
  for (const { around, omissions } of omitted) note(around, omissions);
  const parameters = operation.parameters.flatMap((parameter) => {
    if (isOfClient(parameter)) return [];
    const { faults, omissions } = ofParameter(parameter);
    note(parameter.place, omissions);
    const reason = parameter.in === 'header' ? whyIgnored(parameter.name) : undefined;
    if (reason === undefined) return faults.map((fault) => ({ ...fault, parameter }));
    note(
      parameter.place,
      faults.map(({ deviation }) => ({ ...deviation, code: 'may-be-ignored', reason })),
    );
    return [];
  });
  return { bodies, others, parameters, untried };
}

/** What a parameter's location is called in a title. */
export const locationWords: Readonly<Record<ParameterLocation, string>> = {
  path: 'path parameter',
  query: 'query parameter',
  header: 'header',
  cookie: 'cookie',
};
