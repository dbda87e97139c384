import type { Operation } from '../api/api.ts';
import { isArray, isObject } from '../api/json.ts';
import { asking } from '../model/accept.ts';
import { isHeeded } from '../model/bodies.ts';
import { slots, withParameter } from '../model/parameter-cases.ts';
import { gap, type CaseDraft, type Draft } from '../model/draft.ts';
import type { Statuses } from '../model/expectation.ts';
import { isMade, type GoodRequest } from '../model/requests.ts';
import { answering, refusalOf, refusing, successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import { literal } from '../model/value.ts';
import { escapeToken } from '../source/place.ts';
import type { Rule } from './rule.ts';

/**
 * What cannot be read is refused: a body that is no JSON, or only its beginning (RFC 8259 §2), and a body of a media type
 * that the operation does not take, where it declares a 415 (RFC 9110 §15.5.16). What a server may well read, or refuse,
 * must not break it (§15.6): a query parameter that comes twice (nobody says what that means), and an Accept that nothing
 * meets, which it may disregard (§12.4.1) or answer with 406 (§15.5.7).
 */
export const unreadable: Rule = (subject) =>
  subject.operations.flatMap((operation): readonly Draft[] => {
    const request = subject.requests.good(operation);
    if (!isMade(request)) return [];
    return [
      ...noJson(operation, request, subject),
      ...wrongMediaType(operation, request),
      ...twice(operation, request, subject),
      ...unacceptable(operation, request),
    ];
  });

function noJson(operation: Operation, { call, body }: GoodRequest, { sent }: Subject): readonly CaseDraft[] {
  if (!isHeeded(operation.body) || body?.kind !== 'json' || call.body?.kind !== 'json') return [];
  // Who may leave the body out may find none in what cannot be read.
  const isNeeded =
    operation.body.required || (body.schema !== undefined && !sent.validator.isValid(body.schema, {}));
  if (!isNeeded) return [];
  const refusal = refusalOf(operation, 'invalid', 'syntax');
  const { mediaType } = call.body;
  const text = JSON.stringify(body.made);
  const hasParts = (isObject(body.made) || isArray(body.made)) && text.length > 2;
  const attempts = [
    { subject: 'body/malformed', says: 'for a body that is no JSON', text: '{this is no JSON' },
    ...(hasParts
      ? [{ subject: 'body/truncated', says: 'for a body that ends too early', text: beginningOf(text) }]
      : []),
  ];
  return attempts.map((attempt) => ({
    draft: 'case',
    operation,
    kind: 'syntax',
    subject: attempt.subject,
    title: refusing(refusal.status, attempt.says),
    strength: refusal.strength,
    steps: [
      {
        call: { ...call, body: { kind: 'text', mediaType, value: literal(attempt.text) } },
        expect: { status: refusal.status },
      },
    ],
    place: body.content.place,
  }));
}

/** As far as a reader likes to read. */
function beginningOf(json: string): string {
  return [...json].slice(0, Math.min(40, [...json].length - 1)).join('');
}

/** Media types that everybody knows, and nobody takes for another one. */
const others = ['text/plain', 'application/xml', 'text/csv'];

function wrongMediaType(operation: Operation, { call, body }: GoodRequest): readonly Draft[] {
  if (!isHeeded(operation.body) || body?.kind !== 'json' || call.body?.kind !== 'json') return [];
  const { contents } = operation.body;
  const declares = operation.responses.some(({ status }) => status === '415' || status === '4XX');
  if (!declares) {
    const reason =
      'The contract declares no 415, and many servers read a body whatever media type it says it has.';
    return [gap(operation, 'no-promise', reason, operation.body.place)];
  }
  const mediaType = others.find((one) => !contents.some((content) => takes(content.mediaType, one)));
  if (mediaType === undefined) return [];
  const refusal = refusalOf(operation, 'unsupported', 'syntax');
  return [
    {
      draft: 'case',
      operation,
      kind: 'syntax',
      subject: 'body/media-type',
      title: refusing(refusal.status, `for a body of ${mediaType}`),
      strength: refusal.strength,
      steps: [{ call: { ...call, body: { ...call.body, mediaType } }, expect: { status: refusal.status } }],
      place: body.content.place,
    },
  ];
}

function takes(declared: string, mediaType: string): boolean {
  const [type, subtype] = declared.split(';')[0]!.trim().toLowerCase().split('/');
  const [ownType, ownSubtype] = mediaType.split('/');
  return (type === '*' || type === ownType) && (subtype === '*' || subtype === ownSubtype);
}

/** Any declared success, or a refusal of any kind: whatever a server thinks of it, it must not break. */
function unbroken(operation: Operation): Statuses {
  return { codes: [...successOf(operation).status.codes, '4XX'] };
}

function twice(operation: Operation, good: GoodRequest, { requests }: Subject): readonly CaseDraft[] {
  const known = requests.maximal(operation)?.parameters ?? good.parameters;
  const scalars = known.flatMap(({ parameter, made }) =>
    parameter.in === 'query' && made !== undefined && typeof made !== 'object' && parameter.style === 'form'
      ? [{ ...parameter, made }]
      : [],
  );
  if (scalars.length === 0) return [];
  const isAdded = good.call[slots.query] === undefined;
  return [
    {
      draft: 'case',
      operation,
      kind: 'syntax',
      subject: 'query',
      title: 'does not break when a query parameter comes twice',
      strength: 'http',
      table: {
        columns: ['parameter', 'value'],
        rows: scalars.map(({ name, made, place }) => ({
          subject: `query/${name}/twice`,
          label: name,
          values: [isAdded ? name : escapeToken(name), [made, made]],
          place,
        })),
      },
      steps: [{ call: withParameter(good.call, 'query'), expect: { status: unbroken(operation) } }],
      place: operation.place,
    },
  ];
}

/** Of GET alone: what another method has done before it answers 406 would stay. */
function unacceptable(operation: Operation, { call }: GoodRequest): readonly CaseDraft[] {
  const { codes } = successOf(operation).status;
  const hasContent = operation.responses.some(
    ({ status, contents }) => codes.includes(Number(status)) && contents.length > 0,
  );
  if (operation.method !== 'GET' || !hasContent) return [];
  const status: Statuses = { codes: [...codes, 406] };
  return [
    {
      draft: 'case',
      operation,
      kind: 'syntax',
      subject: 'header/accept',
      title: answering(status, 'for an Accept that nothing meets'),
      strength: 'http',
      steps: [{ call: asking(call, 'application/x-itc-none'), expect: { status } }],
      place: operation.place,
    },
  ];
}
