import type { Operation, Parameter, ParameterLocation } from '../api/api.ts';
import { isObject, type Json } from '../api/json.ts';
import type { Place } from '../source/place.ts';
import {
  deviationBase,
  nameOf,
  type Deviation,
  type Deviations as Found,
  type Known,
  type Omission,
} from '../values/deviate.ts';
import type { OtherWay } from '../values/vary.ts';
import { groupBy } from '../api/group-by.ts';
import { isHeeded, type SentBody } from './bodies.ts';
import { flatField, flatForm, textAround } from './form-fields.ts';
import type { Value } from './value.ts';
import { at, changed, literal } from './value.ts';
import { variationsOf, type BodyWay } from './variations.ts';
import { observedInForm, parameterDeviations, type ParameterDeviation } from '../values/observe.ts';
import { withoutMissingBodies } from './missing-body.ts';
import { isOfClient, whyIgnored } from './known-headers.ts';
import { placeOf } from './place-of.ts';
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

/** A good request whose body has taken another alternative at one place, and what can be wrong with that. */
export interface WayDeviations extends BodyDeviations {
  readonly way: OtherWay;
}

/** A promise that no case breaks, and where it stands. */
export interface Untried {
  readonly omission: Omission;
  readonly place: Place;
}

/** What can be wrong with the requests of one operation. */
export interface OperationDeviations {
  readonly bodies: readonly BodyDeviations[];
  /** Of each alternative that the bodies above have not taken. */
  readonly ways: readonly WayDeviations[];
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
  const varied = variationsOf(operation, subject).bodies;
  const look = (request: GoodRequest, base: BodyDeviations['base'], names: ReadonlySet<string>) => {
    if (!isHeeded(operation.body)) return undefined;
    const ways = varied.find((one) => one.request === request)?.ways ?? [];
    const found = bodyDeviations(request, subject.sent, {
      name: 'the body',
      names,
      ways: ways.map(({ way }) => way),
    });
    return found && { request, base, ways, found: withoutMissingBodies(found, operation, request.body!) };
  };
  const first = isMade(good) ? look(good, 'good', new Set()) : undefined;
  const known = new Set(first?.found.deviations.map(nameOf));
  const second = first && maximal && look(maximal, 'full', known);
  if (isMade(good) && good.body && first) {
    const told = new Set(first.found.omissions.map(({ reason }) => reason));
    const others = second?.found.omissions.filter(({ reason }) => !told.has(reason)) ?? [];
    untried.push(...untriedAt(good.body.content.place, [...first.found.omissions, ...others], subject));
  }
  const looks = [first, second].filter((one) => one !== undefined);

  const parameters = operation.parameters.flatMap((parameter) => {
    if (isOfClient(parameter)) return [];
    const placed = ofParameter(parameter);
    untried.push(...placed.untried);
    const reason = parameter.in === 'header' ? whyIgnored(parameter.name) : undefined;
    if (reason === undefined) return placed.deviations;
    const ignored = placed.deviations.map(({ deviation }) => ({
      ...deviation,
      code: 'may-be-ignored' as const,
      reason,
    }));
    untried.push(...untriedAt(parameter.place, ignored, subject));
    return [];
  });
  return {
    bodies: looks.flatMap(({ request, base, found }) => {
      const own = found.deviations.filter(({ way }) => way === undefined);
      return own.length === 0 ? [] : [{ request, base, deviations: own }];
    }),
    ways: looks.flatMap(({ request, base, ways, found }) => {
      const ofWay = groupBy(found.deviations, ({ way }) => way);
      return ways.flatMap(({ way, spelled }) => {
        const deviations = ofWay.get(way);
        if (deviations === undefined) return [];
        return [{ request: requestBy(way, { request, spelled, operation, subject }), base, way, deviations }];
      });
    }),
    parameters,
    untried,
  };
}

/** The good request, whose body goes another way at one place. */
function requestBy(
  way: OtherWay,
  {
    request,
    spelled,
    operation,
    subject,
  }: Pick<BodyWay, 'spelled'> & {
    readonly request: GoodRequest;
    readonly operation: Operation;
    readonly subject: Subject;
  },
): GoodRequest {
  const body = request.body!;
  const made = deviationBase(body.made, { way });
  const whole = wholeOf(body, { way, spelled, made });
  return {
    ...request,
    body: { ...body, made, value: subject.requests.variant(operation, way.variant, whole) },
  };
}

function wholeOf(
  { kind, value }: SentBody,
  { way: { pointer }, spelled, made }: BodyWay & { readonly made: Json },
): Value {
  if (kind === 'json') return pointer === '' ? spelled : changed(value, at(pointer), spelled);
  if (pointer === '') return flatForm(spelled);
  const around = textAround(made, pointer);
  return around
    ? changed(value, at(around.field), literal(around.value))
    : changed(value, at(pointer), flatField(spelled));
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
function bodyDeviations({ body }: GoodRequest, sent: Direction, about: Known): Found | undefined {
  if (body?.schema === undefined || body.kind === 'text') return undefined;
  const { schema, made, kind } = body;
  if (kind !== 'json' && !isObject(made)) return undefined;
  const found = sent.deviator.further(schema, made, about);
  return kind === 'json' || !isObject(made)
    ? found
    : observedInForm(found, { schema, good: made, means: sent });
}

/** What a parameter's location is called in a title. */
export const locationWords: Readonly<Record<ParameterLocation, string>> = {
  path: 'path parameter',
  query: 'query parameter',
  header: 'header',
  cookie: 'cookie',
};
