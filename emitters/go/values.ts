import type { Example } from '../../src/model/model.ts';
import type { Value, ValuePath } from '../../src/model/value.ts';
import { concat, type Doc } from '../../src/print/document.ts';
import { keyOf, meantBy, type Need } from '../../src/suite/needs.ts';
import { fileKey, type FileValue } from '../../src/suite/uploads.ts';
import { call, list, literal, members, object, text } from './go.ts';
import type { Module } from './module.ts';

/** What the code of one function can see. */
export interface Sight extends Module {
  /** The variable, parameter or cell that holds what is needed. */
  local(need: Need): string;
}

/** A value as a Go expression. */
export function printValue(value: Value, sight: Sight): Doc {
  switch (value.kind) {
    case 'literal':
      return literal(value.json, sight.imports);
    case 'object':
    case 'entry':
      return printMembers(value, sight);
    case 'array':
      return list(value.items.map((item) => printValue(item, sight)));
    case 'example':
      return printExample(value, sight);
    case 'without':
      return printWithout(value, sight);
    case 'with':
      return call('changed', [
        printValue(value.of, sight),
        printPath(value.path, sight),
        printValue(value.value, sight),
      ]);
    case 'row':
      return sight.local({ of: 'row', name: value.column });
    case 'given':
      return sight.local({ of: 'given', name: value.name });
    case 'part':
      return printPart(value, sight);
    case 'unique':
      return call(value.type === undefined ? 'unique' : 'uniqueNumber', [text(value.template)]);
    case 'seed':
      return printSeed(value, sight);
    case 'file':
      return sight.names.uploads.get(fileKey(value))?.name ?? printUpload(value);
  }
}

/** Values whose members stand here, so that they can be written as a literal of any type that keeps them in order. */
type WithMembers = Extract<Value, { readonly kind: 'object' | 'entry' }>;

function printMembers(value: WithMembers, sight: Sight, type = 'object'): Doc {
  const entries =
    value.kind === 'entry'
      ? [[sight.local({ of: 'row', name: value.column }), printValue(value.value, sight)] as const]
      : Object.entries(value.members).map(([key, one]) => [text(key), printValue(one, sight)] as const);
  return object(entries, type);
}

/** Parameters, or the fields of a form: `Query{{"limit", 2}}`, or what a function makes of a value. */
export function printFields(
  value: Value,
  { type, made }: { readonly type: string; readonly made: string },
  sight: Sight,
): Doc {
  if (value.kind === 'object' || value.kind === 'entry') return printMembers(value, sight, type);
  if (value.kind === 'literal' && isObject(value.json)) return members(value.json, sight.imports, type);
  return call(made, [printValue(value, sight)]);
}

type Literal = Extract<Value, { readonly kind: 'literal' }>['json'];

function isObject(json: Literal): json is Readonly<Record<string, Literal>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** `without(newBook(author), "title", "price")`: what is left out of what is already incomplete is one call. */
function printWithout(value: Extract<Value, { readonly kind: 'without' }>, sight: Sight): Doc {
  const paths: ValuePath[] = [];
  let whole: Value = value;
  for (; whole.kind === 'without'; whole = whole.of) paths.unshift(whole.path);
  return call('without', [printValue(whole, sight), ...paths.map((path) => printPath(path, sight))]);
}

/** ``upload("image.txt", "text/plain", "…")``, or its bytes in Base64, in lines of 64 as PEM has them. */
export function printUpload({ name, mediaType, content }: FileValue): Doc {
  const [of, bytes] =
    content.kind === 'text' ? ['upload', text(content.text)] : ['uploadBase64', printBase64(content.base64)];
  return concat(`${of}(${text(name)}, ${text(mediaType)}, `, bytes, ')');
}

/** A raw string, which gofmt leaves as it is. */
function printBase64(base64: string): string {
  if (base64.length <= 64) return text(base64);
  return `\`\n${(base64.match(/.{1,64}/g) ?? []).join('\n')}\n\``;
}

/** `fullBook(author)`; about another thing than the fixture: `fullBookRequest(author, created)`. */
function printExample(example: Extract<Value, { readonly kind: 'example' }>, sight: Sight): Doc {
  const named = sight.names.examples.get(keyOf(example.name));
  if (named === undefined) throw new Error(`The model has no example ${keyOf(example.name)}.`);
  if (named.isConstant) return named.name;
  return call(named.name, [
    ...(asksForSeeds(named.example, sight) ? ['t'] : []),
    ...named.needs.map((need) => sight.local(meantBy(need, example))),
  ]);
}

/** Whether an example has a value that only the user knows: then its test may be pending. */
export function asksForSeeds({ value }: Pick<Example, 'value'>, sight: Module): boolean {
  const visit = (part: Value): boolean => {
    switch (part.kind) {
      case 'seed':
        return true;
      case 'object':
        return Object.values(part.members).some(visit);
      case 'array':
        return part.items.some(visit);
      case 'entry':
        return visit(part.value);
      case 'without':
        return visit(part.of);
      case 'with':
        return visit(part.of) || visit(part.value);
      case 'example': {
        const named = sight.names.examples.get(keyOf(part.name));
        return named !== undefined && visit(named.example.value);
      }
      default:
        return false;
    }
  };
  return visit(value);
}

function printPath(path: ValuePath, sight: Sight): Doc {
  return path.kind === 'pointer' ? text(path.pointer) : sight.local({ of: 'row', name: path.column });
}

/** The kind of number that something is, where it is none of text. */
function kindOf({ type }: { readonly type?: 'integer' | 'number' }): readonly string[] {
  return type === undefined ? [] : [{ integer: 'Integer', number: 'Float' }[type]];
}

function printSeed(seed: Extract<Value, { readonly kind: 'seed' }>, sight: Sight): Doc {
  const name = text(sight.names.seeds.use(seed));
  const { default: otherwise } = seed;
  return otherwise === undefined
    ? call('seed', ['t', name, ...kindOf(seed)])
    : call('seedOr', ['t', name, literal(otherwise, sight.imports), ...kindOf(seed)]);
}

/** `book.At("/id")`, `book.Wanted("/isbn")`, `created.Header("ETag")`, `created.Located("/books/{bookId}").At("/bookId")` */
function printPart(part: Extract<Value, { readonly kind: 'part' }>, sight: Sight): Doc {
  const { name } = part;
  switch (part.in) {
    case 'body': {
      const whole = sight.local({ of: part.of, name });
      return part.optional ? `${whole}.Wanted(${text(part.pointer)})` : printAt(whole, part.pointer);
    }
    case 'header':
      return `${sight.local({ of: 'answer', name })}.Header(${text(part.header)})`;
    case 'location': {
      const located = `${sight.local({ of: 'answer', name })}.Located`;
      return printAt(`${located}(${[text(part.path), ...kindOf(part)].join(', ')})`, part.pointer);
    }
  }
}

function printAt(whole: string, pointer: string): string {
  return pointer === '' ? whole : `${whole}.At(${text(pointer)})`;
}
