import type { Words } from '../api/words.ts';
import type { Call, Suite, TestModel } from '../model/model.ts';
import type { Value } from '../model/value.ts';
import { wordsOf } from '../print/names.ts';

export type FileValue = Extract<Value, { readonly kind: 'file' }>;

/** A file to send, as a constant of a module. */
export interface Upload {
  readonly file: FileValue;
  readonly name: string;
  /** Where it is defined. */
  readonly module: string;
}

/** By `fileKey`. */
export type Uploads = ReadonlyMap<string, Upload>;

export function fileKey(file: FileValue): string {
  return JSON.stringify([file.name, file.mediaType, file.content]);
}

/** Content that nobody wants to read twice, in characters. */
const LONG = 40;

/**
 * Names for the long files that the values speak of more than once, in the order in which they do.
 *
 * @param around.take Gives a free name for a file that is called so.
 */
export function repeatedUploads(
  values: readonly Value[],
  {
    take,
    module,
    known,
  }: {
    readonly take: (name: Words) => string;
    readonly module: string;
    readonly known: Uploads;
  },
): Uploads {
  const counts = new Map<string, { readonly file: FileValue; readonly times: number }>();
  for (const file of values.flatMap(filesIn)) {
    const key = fileKey(file);
    counts.set(key, { file, times: (counts.get(key)?.times ?? 0) + 1 });
  }
  return new Map(
    [...counts]
      .filter(([key, { file, times }]) => times > 1 && isLong(file) && !known.has(key))
      .map(([key, { file }]) => {
        return [key, { file, name: take(wordsOf(file.name)), module }] as const;
      }),
  );
}

/** The values of a suite that files may be part of. */
export function sentBySuite({ examples, groups }: Suite): readonly Value[] {
  const made = groups.flatMap(({ cases }) => cases.flatMap(({ given = [] }) => given));
  const calls = groups.flatMap(({ cases }) => cases.flatMap(({ steps }) => steps));
  return [...[...examples, ...made].map(({ value }) => value), ...calls.flatMap(multipartOf)];
}

/** The values of the fixtures that files may be part of. */
export function sentByFixtures({ examples, fixtures }: TestModel): readonly Value[] {
  const made = fixtures.flatMap(({ given = [] }) => given);
  return [...[...examples, ...made].map(({ value }) => value), ...fixtures.flatMap(multipartOf)];
}

function multipartOf({ call: { body } }: { readonly call: Call }): readonly Value[] {
  return body?.kind === 'multipart' ? [body.value] : [];
}

function isLong({ content }: FileValue): boolean {
  return (content.kind === 'text' ? content.text : content.base64).length > LONG;
}

function filesIn(value: Value): readonly FileValue[] {
  switch (value.kind) {
    case 'file':
      return [value];
    case 'object':
      return Object.values(value.members).flatMap(filesIn);
    case 'array':
      return value.items.flatMap(filesIn);
    case 'entry':
      return filesIn(value.value);
    case 'without':
      return filesIn(value.of);
    case 'with':
      return [value.of, value.value].flatMap(filesIn);
    case 'literal':
    case 'text':
    case 'example':
    case 'given':
    case 'row':
    case 'part':
    case 'unique':
    case 'seed':
      return [];
  }
}
