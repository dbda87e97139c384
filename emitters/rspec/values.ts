import type { Value, ValuePath } from '../../src/model/value.ts';
import { concat, lines, type Doc } from '../../src/print/document.ts';
import type { ModuleNames } from '../../src/suite/names.ts';
import { keyOf, meantBy, type Need } from '../../src/suite/needs.ts';
import { fileKey, type FileValue } from '../../src/suite/uploads.ts';
import { array, call, hash, listed, literal, text } from './ruby.ts';

/** What the code of one method can see. */
export interface Sight {
  readonly names: ModuleNames;
  /** The variable, parameter or thing that holds what is needed. */
  local(need: Need): string;
}

/** A value as a Ruby expression. */
export function printValue(value: Value, sight: Sight): Doc {
  switch (value.kind) {
    case 'literal':
      return literal(value.json);
    case 'object':
      return hash(Object.entries(value.members).map(([key, member]) => [key, printValue(member, sight)]));
    case 'entry': {
      const column = sight.local({ of: 'row', name: value.column });
      return listed('{', [concat(column, ' => ', printValue(value.value, sight))], '}', ' ');
    }
    case 'array':
      return array(value.items.map((item) => printValue(item, sight)));
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
      return call('unique', [text(value.template), ...kindOf(value)]);
    case 'seed':
      return call('seed', [
        text(sight.names.seeds.use(value)),
        ...kindOf(value),
        ...(value.default === undefined ? [] : [concat('default: ', literal(value.default))]),
      ]);
    case 'file':
      return sight.names.uploads.get(fileKey(value))?.name ?? printUpload(value);
  }
}

/** `without(new_book(author), 'title', 'price')`: what is left out of what is already incomplete is one call. */
function printWithout(value: Extract<Value, { readonly kind: 'without' }>, sight: Sight): Doc {
  const paths: ValuePath[] = [];
  let whole: Value = value;
  for (; whole.kind === 'without'; whole = whole.of) paths.unshift(whole.path);
  return call('without', [printValue(whole, sight), ...paths.map((path) => printPath(path, sight))]);
}

/** `upload('image.png', 'image/png', base64: '…')` */
export function printUpload({ name, mediaType, content }: FileValue): Doc {
  const bytes =
    content.kind === 'text' ? literal(content.text) : concat('base64: ', printBase64(content.base64));
  return call('upload', [text(name), text(mediaType), bytes]);
}

/** In lines of 64, as PEM has them, where it does not fit on one. */
function printBase64(base64: string): Doc {
  const parts = base64.match(/.{1,64}/g) ?? [''];
  const [only = '', ...more] = parts.map(text);
  if (more.length === 0) return only;
  const last = parts.length - 1;
  return lines(
    parts.map((part, index) => {
      // RuboCop aligns them with the first, which stands behind `base64: `.
      const margin = index === 0 ? '' : ' '.repeat('base64: '.length);
      return `${margin}${text(part)}${index === last ? '' : ' \\'}`;
    }),
  );
}

/** `full_book(author)`; about another thing than the fixture: `full_book_request(author, created)`. */
function printExample(example: Extract<Value, { readonly kind: 'example' }>, sight: Sight): Doc {
  const named = sight.names.examples.get(keyOf(example.name));
  if (named === undefined) throw new Error(`The model has no example ${keyOf(example.name)}.`);
  return call(
    named.name,
    named.needs.map((need) => sight.local(meantBy(need, example))),
  );
}

function printPath(path: ValuePath, sight: Sight): Doc {
  return path.kind === 'pointer' ? text(path.pointer) : sight.local({ of: 'row', name: path.column });
}

/** The kind of number that something is, where it is none of text. */
function kindOf({ type }: { readonly type?: 'integer' | 'number' }): readonly string[] {
  return type === undefined ? [] : [`as: :${type}`];
}

/** `book['id']`, `created.header('ETag')`, `created.located('/books/{bookId}')['bookId']` */
function printPart(part: Extract<Value, { readonly kind: 'part' }>, sight: Sight): Doc {
  const { name } = part;
  switch (part.in) {
    case 'body': {
      const whole = sight.local({ of: part.of, name });
      if (part.optional) return `${whole}.wanted(${text(part.pointer)})`;
      return part.pointer === '' ? `${whole}.body` : printAt(whole, part.pointer);
    }
    case 'header':
      return `${sight.local({ of: 'answer', name })}.header(${text(part.header)})`;
    case 'location': {
      const located = `${sight.local({ of: 'answer', name })}.located`;
      const whole = call(located, [text(part.path), ...kindOf(part)]);
      return part.pointer === '' ? whole : concat(whole, `[${text(segmentsOf(part.pointer).join('/'))}]`);
    }
  }
}

/** `book['id']`; where the way is longer or may be an index, `book.at('/items/0/id')`. */
function printAt(whole: string, pointer: string): string {
  const [only = '', ...more] = segmentsOf(pointer);
  if (more.length > 0 || /^(\d+|-|)$/.test(only)) return `${whole}.at(${text(pointer)})`;
  return `${whole}[${text(only)}]`;
}

function segmentsOf(pointer: string): readonly string[] {
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}
