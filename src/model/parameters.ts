import type { Operation, Parameter } from '../api/api.ts';
import { interParameters } from '../api/inter-parameter-language.ts';
import { type Condition, holds, namesIn } from '../api/inter-parameter.ts';
import type { Json } from '../api/json.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import { identityPointer } from '../api/resources.ts';
import { numberType } from '../api/schema-shape.ts';
import { withOrderedEnds } from '../values/ordered-ends.ts';
import { serialise } from '../values/wire.ts';
import { arrange, assignmentOf } from './arrange.ts';
import { isOfClient } from './known-headers.ts';
import { literals } from './own-parameters.ts';
import type { Value } from './value.ts';
import type { Extent, Requests, Unmade } from './requests.ts';
import { saidSeed, seedName } from './seeds.ts';
import { uniqueLike } from './unique.ts';
import { fixturePart } from './value.ts';

/** A parameter as a request sends it. */
export interface SentParameter {
  readonly parameter: Parameter;
  /** As it is sent. */
  readonly schema: JsonSchema;
  /** A sample of the value; undefined where only the run tells. */
  readonly made?: Json;
  /** The names and values that travel: one of its own name, or several of an exploded object. */
  readonly wire: Readonly<Record<string, Value>>;
}

/** The parameters of a good request: all that are required; in a maximal one also the others that a stranger can know. */
export function makeParameters(
  requests: Requests,
  operation: Operation,
  extent: Extent,
): readonly SentParameter[] | Unmade {
  const made: SentParameter[] = [];
  for (const parameter of operation.parameters) {
    const isNamed =
      typeof extent === 'object' && parameter.examples.some(({ name }) => name === extent.example);
    const isWanted =
      parameter.required ||
      isNamed ||
      (extent === 'maximal' && !parameter.deprecated && !isOpaque(parameter));
    if (!isWanted || isOfClient(parameter)) continue;
    const one = makeParameter(requests, operation, { parameter, extent });
    if (one === undefined) continue;
    if ('unmade' in one) return one;
    made.push(one);
  }
  return satisfying(requests, operation, inOrder(requests, made));
}

/** The parameters of the query, so that the ends of each range are in order that their names tell. */
function inOrder(requests: Requests, sent: readonly SentParameter[]): readonly SentParameter[] {
  const queries = new Map(
    sent.flatMap((one) =>
      one.parameter.in === 'query' && one.made !== undefined ? [[one.parameter.name, one] as const] : [],
    ),
  );
  const values = new Map([...queries].map(([name, { made }]) => [name, made!]));
  const ordered = withOrderedEnds(values, (name, variant) => {
    const { parameter } = queries.get(name)!;
    const isSaid = parameter.given !== undefined || parameter.examples.length > 0;
    return isSaid ? undefined : requests.samples.ofParameterAgain(parameter, variant);
  });
  return sent.map((one) => {
    const { parameter, made } = one;
    const value = queries.has(parameter.name) ? ordered.get(parameter.name) : made;
    return value === made || value === undefined || parameter.in !== 'query'
      ? one
      : { ...one, made: value, wire: literals(serialise(parameter, value)) };
  });
}

/** The parameters, so that the dependencies between them hold that the contract declares. */
function satisfying(
  requests: Requests,
  operation: Operation,
  sent: readonly SentParameter[],
): readonly SentParameter[] | Unmade {
  const conditions = conditionsOf(operation);
  if (conditions.every((condition) => holds(condition, assignmentOf(sent)))) return sent;
  const mentioned = new Map(conditions.flatMap((condition) => [...namesIn(condition)]));
  const spare = spareParameters(requests, operation, sent);
  const found = arrange({ sent, spare, mentioned, validator: requests.context.sent.validator }, (values) =>
    conditions.every((condition) => holds(condition, values)),
  );
  const reason = 'No parameters are known that meet all of its x-dependencies.';
  return found ?? { unmade: { code: 'contradiction', reason, place: operation.place } };
}

/** The dependencies that speak of nothing but parameters of the operation. */
export function conditionsOf(operation: Operation): readonly Condition[] {
  const names = new Set(operation.parameters.map(({ name }) => name));
  return interParameters(operation).flatMap((one) =>
    'condition' in one && [...namesIn(one.condition).keys()].every((name) => names.has(name))
      ? [one.condition]
      : [],
  );
}

/** The optional parameters that a request does not send, and might. */
export function spareParameters(
  requests: Requests,
  operation: Operation,
  sent: readonly SentParameter[],
): readonly SentParameter[] {
  return operation.parameters.flatMap((parameter) => {
    if (isOpaque(parameter) || sent.some((one) => one.parameter === parameter)) return [];
    const made = makeParameter(requests, operation, { parameter, extent: 'maximal' });
    return made === undefined || 'unmade' in made ? [] : [made];
  });
}

/**
 * Optional parameters whose good values only the server knows (cursors, entity tags), or that change what a success is
 * (conditional and range requests, RFC 9110 §13 and §14).
 */
export function isOpaque({ name, in: location }: Parameter): boolean {
  if (location === 'header') return /^(if-|range$|prefer$|expect$|x-http-method|content-|accept)/i.test(name);
  return /(^|[_-])(cursor|token|continue|after|before|marker|etag)$|(cursor|token|marker)$|^(starting|ending)_/i.test(
    name,
  );
}

interface Asked {
  readonly parameter: Parameter;
  readonly extent: Extent;
}

function makeParameter(
  requests: Requests,
  operation: Operation,
  { parameter, extent }: Asked,
): SentParameter | Unmade | undefined {
  const { dependencies, sent } = requests.context;
  const schema = sent.of(parameter.schema);
  const { name } = parameter;
  const atRunTime = (value: Value): SentParameter => ({ parameter, schema, wire: { [name]: value } });
  const given = givenValue(requests, parameter, schema);
  // What a path names stays open to other values: that a thing is there says nothing of another.
  if (given !== undefined && parameter.in === 'path')
    return { parameter, schema, wire: literals(serialise(parameter, given)) };
  if (given !== undefined)
    return { parameter, schema, made: given, wire: literals(serialise(parameter, given)) };
  const seed = saidSeed(requests.context.api, operation, parameter);
  if (seed) return atRunTime(seed);
  const chosen = chosenName(requests, operation, { parameter, schema });
  if (chosen) return atRunTime(chosen);
  const dependency = dependencies.producerOf(operation, { in: parameter.in, name, schema });
  const fixture = dependency && requests.fixture(dependency.resource);
  if (fixture) return atRunTime(fixturePart(fixture.name, identityPointer(dependency.resource)));

  const own = requests.ownParameters.of(parameter, extent);
  if (!('needsSeed' in own)) return own;
  if (!parameter.required) return undefined;
  const { example } = own;
  return atRunTime({
    kind: 'seed',
    name: seedName(operation, parameter),
    ...(example !== undefined && { example }),
  });
}

/** What the owner wants to be sent, where the schema has it. */
function givenValue(
  { context: { sent, report } }: Requests,
  { name, given }: Parameter,
  schema: JsonSchema,
): Json | undefined {
  if (given === undefined) return undefined;
  const [problem] = sent.validator.problems(schema, given.value);
  if (problem === undefined) return given.value;
  report.add('values/invalid-example', given.place, { problem: `${name} ${problem.message}` });
  return undefined;
}

interface Typed {
  readonly parameter: Parameter;
  readonly schema: JsonSchema;
}

/** A name for a thing that the caller names: one that nobody else has chosen. */
function chosenName(
  { context }: Requests,
  operation: Operation,
  { parameter, schema }: Typed,
): Value | undefined {
  const role = context.roles.get(operation.key);
  const isChosen =
    role?.does === 'create' &&
    role.resource.identity?.from === 'path' &&
    parameter.in === 'path' &&
    parameter.name === role.resource.parameter;
  if (!isChosen) return undefined;
  const { validator, schemas } = context.sent;
  const like = numberType(schema, schemas) === undefined ? 'itc' : 1;
  return uniqueLike(like, (value) => validator.isValid(schema, value));
}
