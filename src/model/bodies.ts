import type { Content, Operation } from '../api/api.ts';
import { isArray, isObject, type Json } from '../api/json.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import { isJson } from '../api/resources.ts';
import { members, parts, target } from '../api/schema-shape.ts';
import type { Built } from '../values/build.ts';
import type { Body, Value } from './model.ts';
import type { Extent, Requests, Unmade } from './requests.ts';
import { atRunTime } from './run-time.ts';
import { asSentValue } from './sent-value.ts';
import { withoutStrangers } from './strangers.ts';
import { literal, object } from './value.ts';

/** A body as a request sends it. */
export interface SentBody {
  readonly content: Content;
  /** As it is sent: without readOnly members. Absent where the contract says nothing of the value. */
  readonly schema?: JsonSchema;
  /** A sample of the value. */
  readonly made: Json;
  /** The value with its run-time parts; once it is named, the name. */
  readonly value: Value;
  /** Large enough to deserve a name of its own. */
  readonly isNamed: boolean;
  readonly kind: Body['kind'];
  /** Any value as a body of this kind. */
  wrap(value: Value): Body;
}

/** Kinds of bodies that can be made of values, the most telling first. */
function kindOf(mediaType: string): Body['kind'] | undefined {
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
  const made = valueOf(requests, { operation, content, schema, extent });
  if ('unmade' in made) return made;
  const kind = kindOf(content.mediaType)!;
  return {
    content,
    ...(schema !== undefined && { schema }),
    made: made.json,
    value: spellOut(kind, content, { ...made, schema: schema ?? true, requests, operation }),
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
}

/** The contract's own example where it is asked for and valid, else a made value. */
function valueOf(requests: Requests, { operation, content, schema, extent }: Wanted): Sample | Unmade {
  const { sent, report, dependencies } = requests.context;
  const isValid = (json: Json) => schema === undefined || sent.validator.isValid(schema, json);
  const wanted = content.examples.filter(
    ({ name }) => extent === 'good' || (typeof extent === 'object' && name === extent.example),
  );
  for (const { value, place } of wanted) {
    const json = asSentValue(value, content.schema ?? true, requests.context.api.schemas);
    if (isValid(json)) return { json, isShown: true };
    const [problem] = sent.validator.problems(schema!, json);
    report.add('values/invalid-example', place, {
      problem: `${problem?.pointer || 'it'} ${problem?.message ?? 'does not match its schema'}`,
    });
  }
  if (schema === undefined)
    return { json: kindOf(content.mediaType) === 'text' ? 'text' : {}, isShown: false };
  const build = (size: 'minimal' | 'maximal') => requests.samples.ofBody(operation, schema, size);
  const minimal = build('minimal');
  const built = extent === 'maximal' || changesNothing(operation, minimal) ? build('maximal') : minimal;
  if ('value' in built) {
    const hasProducer = (name: string, member: JsonSchema) =>
      dependencies.producerOf(operation, { in: 'body', name, schema: member }) !== undefined;
    return { json: withoutStrangers(built.value, schema, { sent, hasProducer }), isShown: false };
  }
  const { reason, pointer } = built.contradiction;
  return {
    unmade: {
      code: 'contradiction',
      reason: `No body can meet its schema: ${pointer === '' ? '' : `${pointer}: `}${reason}`,
      place: content.place,
    },
  };
}

/** A PATCH that names nothing: many servers refuse it, whatever the contract says, and it would show nothing. */
function changesNothing({ method }: Operation, built: Built): boolean {
  return (
    method === 'PATCH' && 'value' in built && isObject(built.value) && Object.keys(built.value).length === 0
  );
}

interface Spelling extends Sample {
  readonly schema: JsonSchema;
  readonly requests: Requests;
  readonly operation: Operation;
}

/** The value with its run-time parts, and, in forms, with its parts as they travel. */
function spellOut(kind: Body['kind'], content: Content, spelling: Spelling): Value {
  const { json, isShown, schema, requests, operation } = spelling;
  if (kind === 'text') return literal(typeof json === 'string' ? json : JSON.stringify(json));
  const value = atRunTime(requests, operation, { json, schema, isShown });
  if (kind === 'json' || !isObject(json)) return value;
  const { schemas } = requests.context.sent;
  const declared = members(schema, schemas);
  const fieldOf = (name: string): Value => {
    const member = declared.get(name);
    if (kind === 'multipart' && member !== undefined && isFile(member, spelling)) return file(name, content);
    if (value.kind === 'object') return flattened(value.members[name]!);
    return flattened(literal(json[name]!));
  };
  return object(Object.fromEntries(Object.keys(json).map((name) => [name, fieldOf(name)])));
}

/** A form's field holds text: objects travel as JSON (OpenAPI 3.1 §4.8.15.1.1), arrays of scalars as repeated fields. */
function flattened(value: Value): Value {
  if (value.kind !== 'literal') return value;
  const isNested =
    isObject(value.json) || (isArray(value.json) && value.json.some((item) => typeof item === 'object'));
  return isNested ? literal(JSON.stringify(value.json)) : value;
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

/** The smallest PNG there is: one transparent pixel. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=';

function file(part: string, content: Content): Value {
  const declared = content.encoding[part]?.contentType?.split(',')[0]?.trim() ?? 'text/plain';
  return /^image\/(png|\*)$/i.test(declared)
    ? {
        kind: 'file',
        name: `${fileStem(part)}.png`,
        mediaType: 'image/png',
        content: { kind: 'base64', base64: pixel },
      }
    : {
        kind: 'file',
        name: `${fileStem(part)}.txt`,
        mediaType: declared.includes('*') ? 'text/plain' : declared,
        content: { kind: 'text', text: 'A file made by itc.\n' },
      };
}

/** A part's name as a file's name: only what every file system takes. */
function fileStem(part: string): string {
  return part.replaceAll(/[^A-Za-z0-9_-]+/g, '-').slice(0, 40) || 'file';
}
