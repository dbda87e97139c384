import type { Value, ValuePath } from '../../src/model/value.ts';
import { bracketed, concat, flat, lines, wrapped, type Doc } from '../../src/print/document.ts';
import type { ModuleNames } from '../../src/suite/names.ts';
import { keyOf, meantBy, type Need } from '../../src/suite/needs.ts';
import { fileKey, type FileValue } from '../../src/suite/uploads.ts';
import type { Imports } from './imports.ts';
import { call, dict, list, literal, text } from './python.ts';

/** What the code of one function can see. */
export interface Sight {
  readonly file: string;
  readonly names: ModuleNames;
  readonly imports: Imports;
  /** The variable or parameter that holds what is needed. */
  local(need: Need): string;
}

/** A value as a Python expression. */
export function printValue(value: Value, sight: Sight): Doc {
  const support = (name: string, ...args: readonly Doc[]) =>
    call(sight.imports.use('itc_support', name), args);
  switch (value.kind) {
    case 'literal':
      return literal(value.json);
    case 'object':
      return dict(Object.entries(value.members).map(([key, member]) => [key, printValue(member, sight)]));
    case 'entry':
      return bracketed(
        '{',
        [concat(sight.local({ of: 'row', name: value.column }), ': ', printValue(value.value, sight))],
        '}',
      );
    case 'array':
      return list(value.items.map((item) => printValue(item, sight)));
    case 'example':
      return printExample(value, sight);
    case 'without':
      return printWithout(value, sight);
    case 'with':
      return support(
        'changed',
        printValue(value.of, sight),
        printPath(value.path, sight),
        printValue(value.value, sight),
      );
    case 'row':
      return sight.local({ of: 'row', name: value.column });
    case 'given':
      return sight.local({ of: 'given', name: value.name });
    case 'part':
      return printPart(value, sight);
    case 'unique':
      return support('unique', text(value.template), ...numberOf(value));
    case 'seed':
      return support(
        'seed',
        text(sight.names.seeds.use(value)),
        ...numberOf(value),
        ...(value.default === undefined ? [] : [concat('default=', literal(value.default))]),
      );
    case 'text':
      return printText(value.parts, sight);
    case 'file': {
      const known = sight.names.uploads.get(fileKey(value));
      return known === undefined ? printUpload(value, sight.imports) : spelled(known, sight);
    }
  }
}

/** `without(NEW_BOOK, "title", "price")`: what is left out of what is already incomplete is one call. */
function printWithout(value: Extract<Value, { readonly kind: 'without' }>, sight: Sight): Doc {
  const paths: ValuePath[] = [];
  let whole: Value = value;
  for (; whole.kind === 'without'; whole = whole.of) paths.unshift(whole.path);
  return call(sight.imports.use('itc_support', 'without'), [
    printValue(whole, sight),
    ...paths.map((path) => printPath(path, sight)),
  ]);
}

/** `upload("image.png", "image/png", base64="…")` */
export function printUpload({ name, mediaType, content }: FileValue, imports: Imports): Doc {
  const bytes =
    content.kind === 'text' ? literal(content.text) : concat('base64=', printBase64(content.base64));
  return call(imports.use('itc_support', 'upload'), [text(name), text(mediaType), bytes]);
}

/** In lines of 64, as PEM has them, where it does not fit on one; Ruff would join what does. */
function printBase64(base64: string): Doc {
  if (base64.length <= 74) return text(base64);
  return wrapped('(', lines((base64.match(/.{1,64}/g) ?? []).map(text)), ')');
}

/** `f"Token {session['token']}"`; where quotes would meet quotes, `"Token " + str(session["it's"])`. */
function printText(parts: readonly Value[], sight: Sight): Doc {
  const pieces = parts.map((part) =>
    part.kind === 'literal' ? { says: String(part.json) } : { holds: printValue(part, sight) },
  );
  const inside = pieces.map(({ says, holds }) => {
    if (says !== undefined) return /["\\\n]/.test(says) ? undefined : says.replaceAll(/[{}]/g, '$&$&');
    const line = flat(holds, Infinity);
    return line === undefined || /['\\]/.test(line) ? undefined : `{${line.replaceAll('"', "'")}}`;
  });
  if (inside.every((one) => one !== undefined)) return `f"${inside.join('')}"`;
  const terms = pieces.map(({ says, holds }) => (says === undefined ? call('str', [holds]) : text(says)));
  return concat(...terms.flatMap((term, index) => (index === 0 ? [term] : [' + ', term])));
}

/** A name of this module, or one that is imported from another. */
function spelled({ name, module }: { readonly name: string; readonly module: string }, sight: Sight): string {
  return module === sight.file ? name : sight.imports.use(module, name);
}

/** `full_book(author)`; about another thing than the fixture: `full_book_request(author, created)`. */
function printExample(example: Extract<Value, { readonly kind: 'example' }>, sight: Sight): Doc {
  const named = sight.names.examples.get(keyOf(example.name));
  if (named === undefined) throw new Error(`The model has no example ${keyOf(example.name)}.`);
  const own = spelled(named, sight);
  const needs = named.needs.map((need) => sight.local(meantBy(need, example)));
  return named.isConstant ? own : call(own, needs);
}

function printPath(path: ValuePath, sight: Sight): Doc {
  return path.kind === 'pointer' ? text(path.pointer) : sight.local({ of: 'row', name: path.column });
}

/** The kind of number that something is, where it is none of text. */
function numberOf({ type }: { readonly type?: 'integer' | 'number' }): readonly string[] {
  return type === undefined ? [] : [{ integer: 'int', number: 'float' }[type]];
}

/** `book["id"]`, `created.header("ETag")`, `created.located("/books/{bookId}")["bookId"]` */
function printPart(part: Extract<Value, { readonly kind: 'part' }>, sight: Sight): Doc {
  const { name } = part;
  switch (part.in) {
    case 'body': {
      const whole = sight.local({ of: part.of, name });
      return part.optional
        ? call(sight.imports.use('itc_support', 'wanted'), [whole, text(part.pointer)])
        : printAt(whole, part.pointer, sight);
    }
    case 'cookie':
      return call(`${sight.local({ of: 'answer', name })}.given`, [`cookie=${text(part.cookie)}`]);
    case 'header':
      return concat(sight.local({ of: 'answer', name }), `.header(${text(part.header)})`);
    case 'location': {
      const located = `${sight.local({ of: 'answer', name })}.located`;
      return printAt(call(located, [text(part.path), ...numberOf(part)]), part.pointer, sight);
    }
  }
}

/** `book["id"]`; where a segment may be an index or the way is long, `at(book, "/items/0/id")`. */
function printAt(whole: Doc, pointer: string, sight: Sight): Doc {
  if (pointer === '') return whole;
  const segments = pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  const isPlain =
    segments.length < 4 && pointer.length < 40 && !segments.some((segment) => /^\d+$|^-$/.test(segment));
  if (!isPlain) return call(sight.imports.use('itc_support', 'at'), [whole, text(pointer)]);
  return concat(whole, ...segments.map((segment) => wrapped('[', text(segment), ']')));
}
