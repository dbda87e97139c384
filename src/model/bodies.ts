import type { Content, Operation, RequestBody } from '../api/api.ts';
import { isArray, isObject, type Json } from '../api/json.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import { isJson } from '../api/resources.ts';
import { members, parts, target } from '../api/schema-shape.ts';
import type { Built } from '../values/build.ts';
import { flatField } from './form-fields.ts';
import { fileOf, partTypes, textFile } from './files.ts';
import type { Body } from './model.ts';
import { literal, object, type Value } from './value.ts';
import { isNoBody } from './missing-body.ts';
import type { Extent, Requests, Unmade } from './requests.ts';
import { keptMembers } from './kept-members.ts';
import { atRunTime } from './run-time.ts';
import { saidSeedOf } from './seeds.ts';
import { asSentValue } from './sent-value.ts';
import { withoutStrangers } from './strangers.ts';
import { withMember } from './with-member.ts';

/** A body as a request sends it. */
export interface SentBody {
  readonly content: Content;
  /** As it is sent: without readOnly members. Absent where the contract says nothing of the value. */
  readonly schema?: JsonSchema;
  /** A sample of the value. */
  readonly made: Json;
  /** The value with its run-time parts; once it is named, the name. */
  readonly value: Value;
  /** The same for another thing than the fixture, where the value has members that the fixture has (see `keptMembers`). */
  readonly fresh?: Value;
  /** Large enough to deserve a name of its own. */
  readonly isNamed: boolean;
  readonly kind: Body['kind'];
  /** Any value as a body of this kind. */
  wrap(value: Value): Body;
}

/** Whether a server has to look at a body that the contract declares. */
export function isHeeded(body: RequestBody | undefined): body is RequestBody {
  return body !== undefined && body.isIgnored !== true;
}

/** Kinds of bodies that can be made of values, the most telling first. */
export function kindOf(mediaType: string): Body['kind'] | undefined {
  if (isJson(mediaType)) return 'json';
  if (/^application\/x-www-form-urlencoded\b/i.test(mediaType)) return 'form';
  if (/^multipart\/form-data\b/i.test(mediaType)) return 'multipart';
  if (/^(text\/(plain|\*)|application\/octet-stream)/i.test(mediaType)) return 'text';
  return undefined;
}

const preference = ['json', 'form', 'multipart', 'text'] as const satisfies readonly Body['kind'][];

/** The body of a good request, in the first media type that values can be made for. */
export function makeBody(
  requests: Requests,
  operation: Operation,
  extent: Extent,
): SentBody | Unmade | undefined {
  const { contents, place } = operation.body!;
  const content = preference
    .flatMap((kind) => contents.find(({ mediaType }) => kindOf(mediaType) === kind) ?? [])
    .at(0);
  if (content === undefined) {
    if (contents.length === 0) return undefined;
    const offered = contents.map(({ mediaType }) => mediaType).join(', ');
    return {
      unmade: { code: 'media-type', reason: `No value can be made for a body of ${offered}.`, place },
    };
  }
  const { sent } = requests.context;
  const schema = content.schema === undefined ? undefined : sent.of(content.schema);
  const wanted = { operation, content, schema, extent };
  const sample = valueOf(requests, wanted);
  if ('unmade' in sample) return sample;
  const made = withGiven(requests, wanted, sample);
  const kind = kindOf(content.mediaType)!;
  const kept = keptMembers(requests, operation, schema ?? true);
  const spelt = (own: ReadonlyMap<string, Value>) =>
    spellOut(kind, content, { ...made, schema: schema ?? true, requests, operation, kept: own });
  return {
    content,
    ...(schema !== undefined && { schema }),
    made: made.json,
    value: spelt(kept),
    ...(kept.size > 0 && { fresh: spelt(new Map()) }),
    isNamed:
      (isObject(made.json) && Object.keys(made.json).length > 0) ||
      (isArray(made.json) && made.json.length > 0),
    kind,
    wrap: (value) => wrapped(kind, content.mediaType, value),
  };
}

function wrapped(kind: Body['kind'], mediaType: string, value: Value): Body {
  switch (kind) {
    case 'json':
      return { kind, mediaType: mediaType.includes('*') ? 'application/json' : mediaType, value };
    case 'text':
      return { kind, mediaType: mediaType.includes('*') ? 'text/plain' : mediaType, value };
    case 'form':
    case 'multipart':
      return { kind, value };
  }
}

interface Wanted {
  readonly operation: Operation;
  readonly content: Content;
  readonly schema: JsonSchema | undefined;
  readonly extent: Extent;
}

interface Sample {
  readonly json: Json;
  /** Whether the contract shows it as an example. */
  readonly isShown: boolean;
  /** Whether its owner gives it as a whole. */
  readonly isGiven?: true | undefined;
  /** JSON Pointers of the members that are as their owner gives them. */
  readonly given: ReadonlySet<string>;
}

/** The contract's own example where it is asked for and valid, else a made value. */
function valueOf(requests: Requests, { operation, content, schema, extent }: Wanted): Sample | Unmade {
  const { sent, report, dependencies } = requests.context;
  const isValid = (json: Json) => schema === undefined || sent.validator.isValid(schema, json);
  const wanted = content.examples.filter(
    ({ name }) => extent === 'good' || (typeof extent === 'object' && name === extent.example),
  );
  for (const { value, place, isGiven } of wanted) {
    const json = asSentValue(value, content.schema ?? true, requests.context.api.schemas);
    if (isValid(json)) return { json, isShown: true, isGiven, given: nothing };
    const [problem] = sent.validator.problems(schema!, json);
    report.add('values/invalid-example', place, {
      problem: `${problem?.pointer || 'it'} ${problem?.message ?? 'does not match its schema'}`,
    });
  }
  if (schema === undefined)
    return { json: kindOf(content.mediaType) === 'text' ? 'text' : {}, isShown: false, given: nothing };
  const build = (size: 'minimal' | 'maximal') => requests.samples.ofBody(operation, schema, size);
  const minimal = build('minimal');
  const built = extent === 'maximal' || saysNothing(operation, content, minimal) ? build('maximal') : minimal;
  if ('value' in built) {
    const hasProducer = (name: string, member: JsonSchema) =>
      saidSeedOf(requests.context.api, name, member) !== undefined ||
      dependencies.producerOf(operation, { in: 'body', name, schema: member }) !== undefined;
    return {
      json: withoutStrangers(built.value, schema, { sent, hasProducer }),
      isShown: false,
      given: nothing,
    };
  }
  const { reason, isProved, pointer } = built.contradiction;
  const says = isProved ? 'No body can meet its schema' : 'No body was found that meets its schema';
  return {
    unmade: {
      code: isProved ? 'contradiction' : 'not-made',
      reason: `${says}: ${pointer === '' ? '' : `${pointer}: `}${reason}`,
      place: content.place,
    },
  };
}

const nothing: ReadonlySet<string> = new Set();

/** The sample with the members that its owner gives; in a minimal one with those alone that it has. */
function withGiven(requests: Requests, { content, schema, extent }: Wanted, sample: Sample): Sample {
  const { sent, report } = requests.context;
  return (sample.isGiven ? [] : (content.given ?? [])).reduce((before, { pointer, value, place }): Sample => {
    const json = withMember(before.json, pointer, { value, isAdded: extent !== 'minimal' });
    if (json === undefined) return before;
    const [problem] = schema === undefined ? [] : sent.validator.problems(schema, json);
    if (problem === undefined) return { ...before, json, given: new Set([...before.given, pointer]) };
    report.add('values/invalid-example', place, { problem: `${problem.pointer || 'it'} ${problem.message}` });
    return before;
  }, sample);
}

/**
 * A PATCH that names nothing: many servers refuse it, whatever the contract says, and it would show nothing. And a form
 * without a field where a body is required: on the wire there is none.
 */
function saysNothing({ method, body }: Operation, { mediaType }: Content, built: Built): boolean {
  if (!('value' in built) || !isObject(built.value) || Object.keys(built.value).length > 0) return false;
  return method === 'PATCH' || (body?.required === true && isNoBody(kindOf(mediaType)!, built.value));
}

interface Spelling extends Sample {
  readonly schema: JsonSchema;
  readonly requests: Requests;
  readonly operation: Operation;
  readonly kept: ReadonlyMap<string, Value>;
}

/** The value with its run-time parts, and, in forms, with its parts as they travel. */
function spellOut(kind: Body['kind'], content: Content, spelling: Spelling): Value {
  const { json, isShown, given, schema, requests, operation, kept } = spelling;
  if (kind === 'text') return literal(typeof json === 'string' ? json : JSON.stringify(json));
  const value = atRunTime(requests, operation, { json, schema, isShown, given, kept });
  if (kind === 'json' || !isObject(json)) return value;
  const { schemas } = requests.context.sent;
  const declared = members(schema, schemas);
  const fieldOf = (name: string): Value => {
    const member = declared.get(name);
    if (kind === 'multipart' && member !== undefined && isFile(member, spelling)) return file(name, content);
    return flatField(value.kind === 'object' ? value.members[name]! : literal(json[name]!));
  };
  return object(Object.fromEntries(Object.keys(json).map((name) => [name, fieldOf(name)])));
}

function isFile(schema: JsonSchema, { requests }: Spelling): boolean {
  const { schemas } = requests.context.sent;
  return parts(schema, schemas).some((part) => {
    const one = part.items === undefined ? part : target(part.items, schemas);
    return (
      one.format === 'binary' ||
      one.contentEncoding === 'binary' ||
      (one.contentMediaType !== undefined && one.contentEncoding === undefined)
    );
  });
}

/** The best file for a part: what its media type says where that can be made, else a little text. */
function file(part: string, content: Content): Value {
  const [mediaType = 'text/plain'] = partTypes(content.encoding[part]?.contentType);
  return fileOf(part, mediaType) ?? textFile(part, mediaType);
}
