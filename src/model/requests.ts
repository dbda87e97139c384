import type { Api, Content, Operation, ParameterLocation } from '../api/api.ts';
import type { Dependencies } from '../api/dependencies.ts';
import type { Resource } from '../api/resources.ts';
import { a, type Role, type Roles } from '../api/roles.ts';
import { isObject } from '../api/json.ts';
import type { Schemas } from '../api/json-schema.ts';
import { answeredOnce } from '../api/remembered.ts';
import { numberType } from '../api/schema-shape.ts';
import { kebab, wordsOf, type Words } from '../api/words.ts';
import type { Report } from '../diagnostics/report.ts';
import type { Place } from '../source/place.ts';
import { makeBody, type SentBody } from './bodies.ts';
import type { Call, Example, Fixture } from './model.ts';
import { locationPart, memberOf, object, replaced, type Value } from './value.ts';
import { OwnParameters } from './own-parameters.ts';
import { makeParameters, type SentParameter } from './parameters.ts';
import { successOf } from './statuses.ts';
import { Samples } from './samples.ts';
import type { Direction } from './subject.ts';

/** A request that the contract accepts, and the JSON samples that it was made from. */
export interface GoodRequest {
  readonly call: Call;
  readonly parameters: readonly SentParameter[];
  readonly body?: SentBody;
  /** The call as it is made of another thing than the fixture: it has nothing that only the fixture may have. */
  readonly elsewhere: Call;
}

/** Why no good request can be made. */
export interface Unmade {
  readonly unmade: { readonly code: string; readonly reason: string; readonly place: Place };
}

export type Made = GoodRequest | Unmade;

export function isMade(made: Made | undefined): made is GoodRequest {
  return made !== undefined && 'call' in made;
}

/** How much of what it may have a request has: what the contract shows, all that is required, all that there is. */
export type Extent = 'good' | 'minimal' | 'maximal' | { readonly example: string };

export interface RequestsContext {
  readonly api: Api;
  readonly roles: Roles;
  readonly dependencies: Dependencies;
  readonly sent: Direction;
  readonly report: Report;
}

/**
 * Makes the good requests of an API, each once. What a request needs to be there becomes a fixture; a body becomes a
 * named example. Both are collected as requests are asked for.
 */
export class Requests {
  readonly context: RequestsContext;
  readonly samples: Samples;
  readonly ownParameters: OwnParameters;
  /** By operation, and what of it. */
  readonly #made = new Map<Operation, Map<string, Made>>();
  readonly #examples = new Map<string, Example>();
  readonly #fixtures = new Map<string, Fixture>();
  readonly #names = new Map<string, Words>();

  constructor(context: RequestsContext) {
    this.context = context;
    this.samples = new Samples(context.sent);
    this.ownParameters = new OwnParameters({ ...context, samples: this.samples });
  }

  /**
   * The request that everything else is a deviation of: with the contract's own example where it has a valid one, else
   * with all that is required and no more.
   */
  good(operation: Operation): Made {
    return this.#make(operation, 'good');
  }

  /** With all that is required and no more; undefined where that is the good request. */
  minimal(operation: Operation): GoodRequest | undefined {
    return this.#unlessSame(operation, 'minimal', [this.good(operation)]);
  }

  /** With all that it may have; undefined where that is no more than another one. */
  maximal(operation: Operation): GoodRequest | undefined {
    return this.#unlessSame(operation, 'maximal', [this.good(operation), this.#make(operation, 'minimal')]);
  }

  /** With the values of one named example of the contract; undefined where that is the good request. */
  withExample(operation: Operation, example: string): GoodRequest | undefined {
    return this.#unlessSame(operation, { example }, [this.good(operation)]);
  }

  /** The good request with its body in another media type of the contract. */
  inMediaType(operation: Operation, content: Content): Made {
    return this.#once(operation, `in ${content.mediaType}`, () => {
      const body = { ...operation.body!, contents: [content] };
      return this.#makeAnew({ ...operation, body }, 'good');
    });
  }

  /** A body that is another one at one place, under a name: `new order with invoice payment`. What is short needs none. */
  variant(operation: Operation, title: string, value: Value): Value {
    if (value.kind === 'literal' && !isObject(value.json)) return value;
    const role = this.context.roles.get(operation.key);
    const words = [...exampleName(operation, 'good', role), 'with', ...wordsOf(title)].slice(0, mostWords);
    return this.#name(words, value, role?.resource.key ?? operation.key);
  }

  /** Each named example that was made, by `kebab(name)`. */
  get examples(): ReadonlyMap<string, Example> {
    return this.#examples;
  }

  /** Each fixture that was asked for, in an order in which each needs only earlier ones. */
  get fixtures(): readonly Fixture[] {
    return [...this.#fixtures.values()];
  }

  /** The fixture of a resource: one created thing. Undefined where its creation cannot be requested. */
  fixture(resource: Resource): Fixture | undefined {
    const key = kebab(resource.name);
    const known = this.#fixtures.get(key);
    if (known || resource.create === undefined) return known;
    const made = this.good(resource.create);
    if (!isMade(made)) return undefined;
    const { method, path } = resource.create;
    const fixture: Fixture = {
      name: resource.name,
      summary: `${capitalised(a(resource.name))}, ${method === 'GET' ? 'read' : 'created'} by ${method} ${path}.`,
      ...naming(made.call, resource, this.context.sent.schemas),
      expect: {
        status: successOf(resource.create).status,
        ...(resource.identity?.from === 'answer' && { having: [resource.identity.pointer] }),
      },
    };
    this.#fixtures.set(key, fixture);
    return fixture;
  }

  #unlessSame(operation: Operation, extent: Extent, others: readonly Made[]): GoodRequest | undefined {
    const made = this.#make(operation, extent);
    if (!isMade(made)) return undefined;
    const wire = fingerprint(made);
    return others.some((other) => isMade(other) && fingerprint(other) === wire) ? undefined : made;
  }

  /**
   * Keeps an example under a name of its own, and gives the value that stands for it. What has a name already keeps it
   * among the operations on one thing: a PUT often sends what the POST sends.
   *
   * @param owner the thing, or the operation that is about none
   */
  #name(wanted: Words, value: Value, owner: string): Value {
    const print = `${owner} ${JSON.stringify(value)}`;
    const known = this.#names.get(print);
    if (known) return { kind: 'example', name: known };
    let name = wanted;
    for (let count = 2; this.#examples.has(kebab(name)); count++) name = [...wanted, String(count)];
    this.#names.set(print, name);
    this.#examples.set(kebab(name), { name, value });
    return { kind: 'example', name };
  }

  /** What creates a thing names its examples, whichever operation is asked for first. */
  #nameFirst(create: Operation): void {
    for (const extent of ['good', 'minimal', 'maximal'] as const) this.#make(create, extent);
  }

  #make(operation: Operation, extent: Extent): Made {
    if (extent === 'minimal' && !hasExamples(operation)) return this.#make(operation, 'good');
    const which = typeof extent === 'string' ? extent : `example ${extent.example}`;
    return this.#once(operation, which, () => this.#makeAnew(operation, extent));
  }

  #once(operation: Operation, which: string, make: () => Made): Made {
    let ofOperation = this.#made.get(operation);
    if (ofOperation === undefined) this.#made.set(operation, (ofOperation = new Map()));
    let made = ofOperation.get(which);
    if (made === undefined) ofOperation.set(which, (made = make()));
    return made;
  }

  #makeAnew(operation: Operation, extent: Extent): Made {
    const parameters = makeParameters(this, operation, extent);
    if ('unmade' in parameters) return parameters;
    const body = operation.body && makeBody(this, operation, extent);
    if (body && 'unmade' in body) return body;
    const role = this.context.roles.get(operation.key);
    if (role?.resource.create && role.does !== 'create') this.#nameFirst(role.resource.create);
    const owner = role?.resource.key ?? operation.key;
    const name = exampleName(operation, extent, role);
    const named = (words: Words, value: Value) => (body?.isNamed ? this.#name(words, value, owner) : value);
    const sentBody = body && { ...body, value: named(name, body.value) };
    const call: Call = {
      operation: operation.key,
      method: operation.method,
      path: operation.path,
      as: 'user',
      ...placed(parameters),
      ...(sentBody && { body: sentBody.wrap(sentBody.value) }),
    };
    const elsewhere =
      body?.fresh === undefined ? call : { ...call, body: body.wrap(named(['new', ...name], body.fresh)) };
    return { call, parameters, ...(sentBody && { body: sentBody }), elsewhere };
  }
}

/** More words in a name nobody reads. */
const mostWords = 8;

type Placed = Pick<Call, 'pathParameters' | 'query' | 'headers' | 'cookies'>;

/** Parameters by the slot of the call that they travel in. */
export function placed(parameters: readonly SentParameter[]): Placed {
  const slot = (name: keyof Placed, location: ParameterLocation): Placed | undefined => {
    const here = parameters.filter(({ parameter }) => parameter.in === location);
    return here.length === 0
      ? undefined
      : { [name]: object(Object.assign({}, ...here.map(({ wire }) => wire))) };
  };
  return {
    ...slot('pathParameters', 'path'),
    ...slot('query', 'query'),
    ...slot('headers', 'header'),
    ...slot('cookies', 'cookie'),
  };
}

/**
 * What tells a thing from others where the body of its answer does not: where its Location leads; the name that the caller
 * gives it, chosen once; or its parent.
 */
function naming(
  call: Call,
  { identity, item, parameter }: Resource,
  schemas: Schemas,
): Pick<Fixture, 'given' | 'call' | 'save' | 'value'> {
  const { pathParameters } = call;
  if (identity?.from === 'location') {
    const save = ['created'];
    const type = numberType(identity.schema, schemas);
    return { call, save, value: locationPart(save, { path: item, pointer: '', ...(type && { type }) }) };
  }
  if (identity === undefined || identity.from === 'answer' || pathParameters === undefined) return { call };
  const own = memberOf(pathParameters, parameter);
  if (identity.from === 'parent') return { call, value: object({ [parameter]: own }) };
  const name = ['chosen', ...wordsOf(parameter)];
  const given: Value = { kind: 'given', name };
  return {
    given: [{ name, value: own }],
    call: { ...call, pathParameters: replaced(pathParameters, parameter, given) },
    value: object({ [parameter]: given }),
  };
}

/** `new book` for what a create sends and `full book` for all of it; by the operation's own name for the rest. */
function exampleName(operation: Operation, extent: Extent, role: Role | undefined): Words {
  const isCreate = role?.does === 'create';
  const subject = isCreate ? role.resource.name : [...operation.name, 'request'];
  if (typeof extent === 'object') return [...subject, ...wordsOf(extent.example)];
  const first = { good: isCreate ? ['new'] : [], minimal: ['minimal'], maximal: ['full'] }[extent];
  return [...first, ...subject];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Without an example of its body, or a member that its owner gives, a good request is a minimal one. */
function hasExamples({ body }: Operation): boolean {
  return body?.contents.some(({ examples, given }) => examples.length > 0 || given !== undefined) ?? false;
}

/** What a request is on the wire, as far as it can be told before it is sent: names of examples do not count. */
const fingerprint = answeredOnce(
  // A request is held against up to five others.
  ({ call, parameters, body }: GoodRequest): string =>
    JSON.stringify([call.path, parameters.map(({ wire }) => wire), body?.content.mediaType, body?.made]),
);
