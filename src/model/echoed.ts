import type { Operation } from '../api/api.ts';
import { envelopeIn } from '../api/envelopes.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import { answerSchema, isJson, type Resource } from '../api/resources.ts';
import { echo, lostIn } from './echo.ts';
import type { Value } from './value.ts';
import type { GoodRequest } from './requests.ts';
import { successOf } from './statuses.ts';
import type { Subject } from './subject.ts';

/** A body that was sent, as a story speaks of it. */
export interface SentThing {
  readonly value: Value;
  readonly request: GoodRequest;
}

interface Context {
  readonly resource: Resource;
  readonly subject: Subject;
}

/** What an answer of this schema shows of what was sent: in the envelope that both share, or in the answer's own. */
export function echoed(sent: SentThing, answer: JsonSchema | undefined, context: Context): Value | undefined {
  return shownIn(sent, answer, context)?.value;
}

/**
 * What the answer to a write itself shows of what was sent. Only an answer that is the thing: it declares all that a read
 * shows of it, and whichever success it is, it is of one schema. A 202 tells that the work is still to be done (RFC 9110
 * §15.3.3), and less than the thing is a receipt, whose `message` or `status` may be its own.
 */
export function answered(
  sent: SentThing,
  { write, read }: { readonly write: Operation; readonly read: Operation },
  context: Context,
): Value | undefined {
  const shown = shownIn(sent, onlyAnswer(write), context);
  const whole = shownIn(sent, answerSchema(read), context);
  const isWhole = shown?.lost.every((pointer) =>
    whole?.lost.some((gone) => pointer === gone || pointer.startsWith(`${gone}/`)),
  );
  return whole !== undefined && isWhole ? shown?.value : undefined;
}

interface Shown {
  readonly value: Value;
  /** What was sent and need not be shown as it was. */
  readonly lost: readonly string[];
}

function shownIn(
  { value, request: { body } }: SentThing,
  answer: JsonSchema | undefined,
  { resource, subject }: Context,
): Shown | undefined {
  if (answer === undefined || body?.kind !== 'json') return undefined;
  const own = envelopeIn(answer, resource.name, subject.api.schemas);
  const { schemas } = subject.sent;
  for (const envelope of ['', ...(own === undefined ? [] : [own])]) {
    const found = echo({ value, json: body.made, envelope }, answer, schemas);
    if (found !== undefined)
      return { value: found, lost: lostIn({ json: body.made, envelope }, answer, schemas) ?? [] };
  }
  return undefined;
}

/** The schema of the JSON that an operation answers when it has done what it was asked; undefined: there may be others. */
function onlyAnswer(write: Operation): JsonSchema | undefined {
  const [first, ...others] = successOf(write).status.codes.map((code) =>
    code === 200 || code === 201
      ? write.responses
          .find(({ status }) => status === String(code))
          ?.contents.find(({ mediaType }) => isJson(mediaType))?.schema
      : undefined,
  );
  const isOnly = others.every((other) => JSON.stringify(other) === JSON.stringify(first));
  return isOnly ? first : undefined;
}
