import type { Operation, Parameter, ParameterLocation } from '../api/api.ts';
import { isObject } from '../api/json.ts';
import { below, type Place } from '../source/place.ts';
import { nameOf, type Deviation, type Deviations as Found, type Omission } from '../values/deviate.ts';
import { observedInForm, parameterDeviations, type ParameterDeviation } from '../values/observe.ts';
import { withoutMissingBodies } from './missing-body.ts';
import { isMade, type GoodRequest } from './requests.ts';
import { wordsOfParameter } from './samples.ts';
import type { Direction, Subject } from './subject.ts';

/** A good request, and what can be wrong with its body in exactly one way. */
export interface BodyDeviations {
  readonly request: GoodRequest;
  /** `full`: of the maximal request, for members that the good one does not have. */
  readonly base: 'good' | 'full';
  readonly deviations: readonly Deviation[];
}

/** What can be wrong with one parameter in exactly one way, as it travels. */
export interface DeviantParameter {
  readonly parameter: Parameter;
  readonly deviation: ParameterDeviation;
}

/** A promise that no case breaks, and where it stands. */
export interface Untried {
  readonly omission: Omission;
  readonly place: Place;
}

/** What can be wrong with the requests of one operation. */
export interface OperationDeviations {
  readonly bodies: readonly BodyDeviations[];
  /** Of every parameter that a value can be made for, whether it is required or not. */
  readonly parameters: readonly DeviantParameter[];
  readonly untried: readonly Untried[];
}

/** Works out deviations, each operation's once: several rules ask for theirs. */
export class Deviations {
  readonly #known = new Map<Operation, OperationDeviations>();
  /** By what the contract says of a parameter. */
  readonly #parameters = new Map<string, ParameterDeviations>();
  /** Of a parameter that many operations refer to. */
  readonly #placed = new WeakMap<Parameter, PlacedDeviations>();

  of(operation: Operation, subject: Subject): OperationDeviations {
    let found = this.#known.get(operation);
    if (found === undefined) {
      found = deviationsOf(operation, subject, (parameter) => this.#placedOf(parameter, subject));
      this.#known.set(operation, found);
    }
    return found;
  }

  #placedOf(parameter: Parameter, subject: Subject): PlacedDeviations {
    let placed = this.#placed.get(parameter);
    if (placed === undefined) {
      const { deviations, omissions } = this.#ofParameter(parameter, subject);
      placed = {
        deviations: deviations.map((deviation) => ({ parameter, deviation })),
        untried: untriedAt(parameter.place, omissions, subject),
      };
      this.#placed.set(parameter, placed);
    }
    return placed;
  }

  #ofParameter(parameter: Parameter, subject: Subject): ParameterDeviations {
    const key = wordsOfParameter(parameter);
    let found = this.#parameters.get(key);
    if (found === undefined) this.#parameters.set(key, (found = deviationsOfParameter(parameter, subject)));
    return found;
  }
}

type ParameterDeviations = ReturnType<typeof parameterDeviations>;

interface PlacedDeviations {
  readonly deviations: readonly DeviantParameter[];
  readonly untried: readonly Untried[];
}

function deviationsOf(
  operation: Operation,
  subject: Subject,
  ofParameter: (parameter: Parameter) => PlacedDeviations,
): OperationDeviations {
  const untried: Untried[] = [];
  const good = subject.requests.good(operation);
  const maximal = subject.requests.maximal(operation);
  const seen = (request: GoodRequest, known?: ReadonlySet<string>) => {
    const found = bodyDeviations(request, subject.sent, known);
    return found && withoutMissingBodies(found, operation, request.body!);
  };
  const first = isMade(good) ? seen(good) : undefined;
  const known = new Set(first?.deviations.map(nameOf));
  const second = first && maximal && seen(maximal, known);
  if (isMade(good) && good.body && first) {
    const told = new Set(first.omissions.map(({ reason }) => reason));
    const others = second?.omissions.filter(({ reason }) => !told.has(reason)) ?? [];
    untried.push(...untriedAt(good.body.content.place, [...first.omissions, ...others], subject));
  }
  const rest = second?.deviations ?? [];
  const bodies: BodyDeviations[] = [];
  if (isMade(good) && first && first.deviations.length > 0)
    bodies.push({ request: good, base: 'good', deviations: first.deviations });
  if (maximal && rest.length > 0) bodies.push({ request: maximal, base: 'full', deviations: rest });

  const parameters = operation.parameters.flatMap((parameter) => {
    const placed = ofParameter(parameter);
    untried.push(...placed.untried);
    return placed.deviations;
  });
  return { bodies, parameters, untried };
}

function untriedAt(around: Place, omissions: readonly Omission[], subject: Subject): readonly Untried[] {
  return omissions.map((omission) => ({ omission, place: placeOf(omission, around, subject) }));
}

/** Those that are one value under the parameter's own name: a table has one column for it. */
function deviationsOfParameter(parameter: Parameter, { sent, requests }: Subject): ParameterDeviations {
  const built = requests.samples.ofParameter(parameter, 'minimal');
  if ('contradiction' in built) return { deviations: [], omissions: [] };
  const observed = { ...parameter, schema: sent.of(parameter.schema) };
  const { deviations, omissions } = parameterDeviations(observed, built.value, sent);
  const own = deviations.filter(({ wire }) => Object.keys(wire).join() === parameter.name);
  return { deviations: own, omissions };
}

/** The deviations of a body that are not known and that a server can see: in a form, all is text. */
function bodyDeviations(
  { body }: GoodRequest,
  sent: Direction,
  known: ReadonlySet<string> = new Set(),
): Found | undefined {
  if (body?.schema === undefined || body.kind === 'text') return undefined;
  const { schema, made, kind } = body;
  if (kind !== 'json' && !isObject(made)) return undefined;
  const found = sent.deviator.further(schema, made, { name: 'the body', names: known });
  return kind === 'json' || !isObject(made)
    ? found
    : observedInForm(found, { schema, good: made, means: sent });
}

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
  { also = [] }: Deviation,
  around: Place,
  subject: Subject,
): { readonly covers?: readonly Place[] } {
  return also.length === 0 ? {} : { covers: also.map((origin) => placeOf({ origin }, around, subject)) };
}

/** What a parameter's location is called in a title. */
export const locationWords: Readonly<Record<ParameterLocation, string>> = {
  path: 'path parameter',
  query: 'query parameter',
  header: 'header',
  cookie: 'cookie',
};
