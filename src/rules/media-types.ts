import type { Content, Operation } from '../api/api.ts';
import { isJson } from '../api/resources.ts';
import { deed } from '../api/roles.ts';
import { asking } from '../model/accept.ts';
import { gap, type Draft } from '../model/draft.ts';
import type { Statuses } from '../model/expectation.ts';
import { isMade, type GoodRequest } from '../model/requests.ts';
import { answering, successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import type { Rule } from './rule.ts';

/**
 * Each media type that an operation takes is taken (OpenAPI 3.1 §4.8.13.1), and each that it answers with can be asked
 * for. A server may disregard what a caller asks for, or say that it has nothing of the kind (RFC 9110 §12.4.1, §15.5.7):
 * an answer of another declared media type passes, and so does 406.
 */
export const mediaTypes: Rule = (subject) =>
  subject.operations.flatMap((operation): readonly Draft[] => {
    const good = subject.requests.good(operation);
    if (!isMade(good)) return [];
    return [...taken(operation, good, subject), ...askedFor(operation, good)];
  });

function taken(operation: Operation, good: GoodRequest, subject: Subject): readonly Draft[] {
  const others = (operation.body?.contents ?? []).filter((content) => content !== good.body?.content);
  return others.flatMap((content): readonly Draft[] => {
    const { mediaType, place } = content;
    const request = subject.requests.inMediaType(operation, content);
    if (!isMade(request)) {
      const { code, reason } = request.unmade;
      return [gap(operation, code, reason, place)];
    }
    if (JSON.stringify(request.call.body) === JSON.stringify(good.call.body)) return [];
    const { status, strength } = successOf(operation);
    return [
      {
        ...happyDraft(operation, content),
        subject: `body/${mediaType}`,
        title: `${deed(subject.roles.get(operation.key))} sent as ${mediaType}`,
        strength,
        steps: [{ call: request.call, expect: { status } }],
      },
    ];
  });
}

/** Where there is a choice: one media type alone comes without being asked for. */
function askedFor(operation: Operation, { call }: GoodRequest): readonly Draft[] {
  const { codes } = successOf(operation).status;
  const status: Statuses = { codes: [...codes, 406] };
  const contents = operation.responses
    .filter((response) => codes.includes(Number(response.status)))
    .flatMap((response) => response.contents);
  const choices = new Map(contents.map((content) => [content.mediaType, content]));
  const named = [...choices.values()].filter(({ mediaType }) => !mediaType.includes('*'));
  if (choices.size < 2) return [];
  return named.map((content): Draft => {
    const { mediaType } = content;
    if (operation.method !== 'GET' && !isJson(mediaType)) {
      const reason = `It is not asked for ${mediaType}: what it has made could not be read, and so not be removed.`;
      return gap(operation, 'media-type', reason, content.place);
    }
    return {
      ...happyDraft(operation, content),
      subject: `accept/${mediaType}`,
      title: answering(status, `when asked for ${mediaType}`),
      strength: 'http',
      steps: [{ call: asking(call, mediaType), expect: { status } }],
    };
  });
}

function happyDraft(operation: Operation, { place }: Content) {
  return { draft: 'case', operation, kind: 'happy', place } as const;
}
