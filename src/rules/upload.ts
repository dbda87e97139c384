import type { Operation } from '../api/api.ts';
import { a } from '../api/roles.ts';
import { kebab } from '../api/words.ts';
import { memberAt, parts } from '../api/schema-shape.ts';
import { gap, type CaseDraft, type Draft } from '../model/draft.ts';
import { fileOf, partTypes, textFile } from '../model/files.ts';
import { isMade, type GoodRequest } from '../model/requests.ts';
import { answering, refusalOf, refusing, successOf, type Promised } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import { at, changed, type Value } from '../model/value.ts';
import { escapeToken } from '../source/place.ts';
import type { Rule } from './rule.ts';

/**
 * A part of a form that is a file (RFC 7578 §4.2) comes in each media type that its encoding lists, and in no other
 * (OpenAPI 3.1 §4.8.15.1), where the contract says how it refuses one. An empty file is refused where the schema wants at
 * least one byte; where it does not, it must not break the server (RFC 9110 §15.6). A part that is missing is a field
 * that is missing: see there.
 */
export const upload: Rule = (subject) =>
  subject.operations.flatMap((operation): readonly Draft[] => {
    const request = subject.requests.good(operation);
    if (!isMade(request) || request.body?.kind !== 'multipart') return [];
    const { value, content } = request.body;
    const spelled =
      value.kind === 'example' ? subject.requests.examples.get(kebab(value.name))!.value : value;
    const members = spelled.kind === 'object' ? Object.entries(spelled.members) : [];
    return members.flatMap(([part, file]): readonly Draft[] => {
      if (file.kind !== 'file') return [];
      const types = partTypes(content.encoding[part]?.contentType);
      const context = { operation, request, part, file, types };
      return [...otherTypes(context), ...wrongType(context), emptyFile(context, subject)];
    });
  });

interface Context {
  readonly operation: Operation;
  readonly request: GoodRequest;
  readonly part: string;
  /** What the good request sends. */
  readonly file: Extract<Value, { readonly kind: 'file' }>;
  readonly types: readonly string[];
}

function otherTypes(context: Context): readonly Draft[] {
  const { operation, part, file, types, request } = context;
  return types
    .filter((type) => type !== file.mediaType && !type.includes('*'))
    .map((type): Draft => {
      const other = fileOf(part, type);
      if (other === undefined) {
        return gap(
          operation,
          'media-type',
          `No file can be made for ${part} of ${type}.`,
          request.body!.content.place,
        );
      }
      const title = `takes ${type} as ${part}`;
      return draft(context, other, { ...successOf(operation), variant: type, title });
    });
}

/** Text is what most parts may not be; a picture is the rest. */
function wrongType(context: Context): readonly Draft[] {
  const { operation, part, types, request } = context;
  const other = ['text/plain', 'image/png'].find((type) => !types.some((one) => takes(one, type)));
  if (types.length === 0 || other === undefined) return [];
  const refusal = refusalOf(operation, 'unsupported', 'upload');
  if (refusal.strength !== 'contract') {
    const reason = `The contract does not say how it refuses ${a([part])} of another media type, and not everybody looks at it.`;
    return [gap(operation, 'no-promise', reason, request.body!.content.place)];
  }
  const title = refusing(refusal.status, `for ${a([part])} of ${other}`);
  return [draft(context, fileOf(part, other)!, { ...refusal, variant: 'media-type', title })];
}

function takes(declared: string, mediaType: string): boolean {
  const [type] = mediaType.split('/');
  return (
    declared === mediaType ||
    declared === '*/*' ||
    declared === `${type}/*` ||
    declared === 'application/octet-stream'
  );
}

function emptyFile(context: Context, { sent }: Subject): CaseDraft {
  const { operation, request, part, file } = context;
  const schema = memberAt(request.body!.schema ?? true, escapeToken(part), sent.schemas);
  const wantsBytes = parts(schema, sent.schemas).some(({ minLength = 0 }) => minLength > 0);
  const empty = {
    ...textFile(part, file.mediaType),
    name: file.name,
    content: { kind: 'text', text: '' },
  } as const;
  if (wantsBytes) {
    const refusal = refusalOf(operation, 'invalid', 'upload');
    const title = refusing(refusal.status, `for an empty ${part}`);
    return draft(context, empty, { ...refusal, variant: 'empty', title });
  }
  const status = { codes: [...successOf(operation).status.codes, '4XX' as const] };
  const title = answering(status, `for an empty ${part}`);
  return draft(context, empty, { status, strength: 'http', variant: 'empty', title });
}

function draft(
  { operation, request, part }: Context,
  file: Value,
  { status, strength, variant, title }: Promised & { readonly variant: string; readonly title: string },
): CaseDraft {
  const body = request.body!;
  const value = changed(body.value, at(escapeToken(part)), file);
  return {
    draft: 'case',
    operation,
    kind: 'upload',
    subject: `body/${escapeToken(part)}/${variant}`,
    title,
    strength,
    steps: [{ call: { ...request.call, body: body.wrap(value) }, expect: { status } }],
    place: body.content.place,
  };
}
