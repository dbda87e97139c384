import type { Value, ValuePath, Words } from '../../src/model/model.ts';
import { concat, type Doc } from '../../src/print/document.ts';
import type { ModuleNames } from '../../src/suite/names.ts';
import { keyOf, type Need } from '../../src/suite/needs.ts';
import { fileKey, type FileValue } from '../../src/suite/uploads.ts';
import type { Imports } from './imports.ts';
import { array, braces, call, isIdentifier, literal, object, text } from './typescript.ts';

/** What the code of one function can see. */
export interface Sight {
  readonly file: string;
  readonly names: ModuleNames;
  readonly imports: Imports;
  /** The variable or parameter that holds what is needed. */
  local(need: Need): string;
}

/** A value as an expression. */
export function printValue(value: Value, sight: Sight): Doc {
  const support = (name: string, ...args: readonly Doc[]) => call(sight.imports.use('itc', name), args);
  switch (value.kind) {
    case 'literal':
      return literal(value.json);
    case 'object':
      return object(Object.entries(value.members).map(([key, member]) => [key, printValue(member, sight)]));
    case 'entry':
      return braces([
        concat(`[${sight.local({ of: 'row', name: value.column })}]: `, printValue(value.value, sight)),
      ]);
    case 'array':
      return array(value.items.map((item) => printValue(item, sight)));
    case 'example':
      return printExample(value.name, sight);
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
    case 'unique': {
      const made = support('unique', text(value.template));
      return value.type === undefined ? made : concat('Number(', made, ')');
    }
    case 'seed': {
      const options: (readonly [string, Doc])[] = [
        ...(value.default === undefined ? [] : [['default', literal(value.default)] as const]),
        ...(value.type === undefined ? [] : [['number', 'true'] as const]),
      ];
      const name = text(sight.names.seeds.use(value));
      return support('seed', name, ...(options.length === 0 ? [] : [object(options)]));
    }
    case 'file': {
      const known = sight.names.uploads.get(fileKey(value));
      return known === undefined ? printUpload(value, sight.imports) : spelled(known, sight);
    }
  }
}

/** `without(newBook, 'title', 'price')`: what is left out of what is already incomplete is one call. */
function printWithout(value: Extract<Value, { readonly kind: 'without' }>, sight: Sight): Doc {
  const paths: ValuePath[] = [];
  let whole: Value = value;
  for (; whole.kind === 'without'; whole = whole.of) paths.unshift(whole.path);
  return call(sight.imports.use('itc', 'without'), [
    printValue(whole, sight),
    ...paths.map((path) => printPath(path, sight)),
  ]);
}

/** `upload('page.txt', 'text/plain', '…')`, or in Base64, in lines of 64 as PEM has them. */
export function printUpload({ name, mediaType, content }: FileValue, imports: Imports): Doc {
  const head = [text(name), text(mediaType)];
  if (content.kind === 'text') return call(imports.use('itc', 'upload'), [...head, literal(content.text)]);
  return call(imports.use('itc', 'uploadBase64'), [
    ...head,
    ...(content.base64.match(/.{1,64}/g) ?? []).map(text),
  ]);
}

/** A name of this file, or one that is imported from another. */
function spelled({ name, module }: { readonly name: string; readonly module: string }, sight: Sight): string {
  return module === sight.file ? name : sight.imports.use(module, name);
}

function printExample(name: Words, sight: Sight): Doc {
  const named = sight.names.examples.get(keyOf(name));
  if (named === undefined) throw new Error(`The model has no example ${keyOf(name)}.`);
  const own = spelled(named, sight);
  return named.isConstant
    ? own
    : call(
        own,
        named.needs.map((need) => sight.local(need)),
      );
}

function printPath(path: ValuePath, sight: Sight): Doc {
  return path.kind === 'pointer' ? text(path.pointer) : sight.local({ of: 'row', name: path.column });
}

/** `book.id`, `created.get('ETag')`, `created.located('/books/{bookId}').bookId` */
function printPart(part: Extract<Value, { readonly kind: 'part' }>, sight: Sight): Doc {
  const { name } = part;
  switch (part.in) {
    case 'body':
      return printAt(sight.local({ of: part.of, name }), part.pointer, sight);
    case 'header':
      return `${sight.local({ of: 'answer', name })}.get(${text(part.header)})`;
    case 'location': {
      const number = part.type === undefined ? '' : ', Number';
      const located = `${sight.local({ of: 'answer', name })}.located(${text(part.path)}${number})`;
      return printAt(located, part.pointer, sight);
    }
  }
}

/** `book.id`; where a segment may be an index or the way is long, `at(book, '/items/0/id')`. */
function printAt(whole: string, pointer: string, sight: Sight): Doc {
  if (pointer === '') return whole;
  const segments = pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  const isPlain =
    segments.length < 4 && pointer.length < 40 && !segments.some((one) => /^\d+$|^-$/.test(one));
  if (!isPlain) return call(sight.imports.use('itc', 'at'), [whole, text(pointer)]);
  return whole + segments.map((one) => (isIdentifier(one) ? `.${one}` : `[${text(one)}]`)).join('');
}
