import { answers, body, handles, reads, type Mutant } from '../../service/fault.ts';
import { problem } from '../../service/reply.ts';

type Thing = Readonly<Record<string, unknown>>;

const pause = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Mutants whose writes answer something else than they do, or leave something behind. */
export const writeMutants: readonly Mutant[] = [
  {
    name: 'create-answers-another-name',
    summary: 'A create answers something else than it keeps',
    fault: 'POST /authors keeps the name that was sent, and answers another one',
    kills: ['authors/lifecycle*'],
    put: answers(
      'createAuthor',
      body((author: Thing) => ({ ...author, name: 'Anonymous' })),
    ),
  },
  {
    name: 'put-answers-what-was',
    summary: 'PUT answers the thing as it was before',
    fault: 'PUT /authors/{authorId} replaces the author, and answers the old one',
    kills: ['authors/lifecycle'],
    put: (service) =>
      handles('replaceAuthor', (handler) => async (request) => {
        const before = await service.handlers['getAuthor']!(request);
        const reply = await handler(request);
        return reply.status === 200 ? { ...reply, body: before.body } : reply;
      })(service),
  },
  {
    name: 'refused-author-is-kept',
    summary: 'A refused create leaves something behind',
    fault: 'POST /authors answers 422 to too many pseudonyms, and keeps the author with the first ones',
    kills: ['authors/failed-write/create'],
    put: (service) => {
      const most = 3;
      const namesOf = (author: unknown) => ((author as Thing)['pseudonyms'] ?? []) as readonly string[];
      const refusal = problem(422, 'Too many pseudonyms.');
      const lenient = reads('/components/schemas/Author/properties/pseudonyms/maxItems')(service);
      const keeping = handles('createAuthor', (handler) => async (request) => {
        const pseudonyms = namesOf(request.body);
        if (pseudonyms.length <= most) return handler(request);
        await handler({
          ...request,
          body: { ...(request.body as Thing), pseudonyms: pseudonyms.slice(0, most) },
        });
        return refusal;
      })(lenient);
      return handles(
        'replaceAuthor',
        (handler) => (request) => (namesOf(request.body).length > most ? refusal : handler(request)),
      )(keeping);
    },
  },
  {
    name: 'put-in-two-steps',
    summary: 'A write is not one step',
    fault: 'PUT /books/{bookId} writes the title once more after a while, whoever has written meanwhile',
    kills: ['books/race/put'],
    put: (service) => {
      let writing = 0;
      return handles('replaceBook', (handler) => async (request) => {
        const isFirst = writing === 0;
        writing += 1;
        try {
          const reply = await handler(request);
          if (!isFirst || reply.status !== 200) return reply;
          await pause(60);
          const parameters = { bookId: request.parameters['bookId'] };
          const now = await service.handlers['getBook']!({ ...request, parameters });
          if (now.status !== 200) return reply;
          const { id: _id, createdAt: _createdAt, ...book } = now.body as Thing;
          await handler({
            ...request,
            parameters,
            body: { ...book, title: (request.body as Thing)['title'] },
          });
          return reply;
        } finally {
          writing -= 1;
        }
      })(service);
    },
  },
  {
    name: 'etag-is-looked-at-too-early',
    summary: 'A condition is looked at before the write, and not while',
    fault:
      'PUT /books/{bookId} writes twice where two requests with the same If-Match come at the same moment',
    kills: ['books/race/put/if-match'],
    put: (service) =>
      handles('replaceBook', (handler) => async (request) => {
        const { 'If-Match': expected, ...parameters } = request.parameters;
        if (expected === undefined) return handler(request);
        const now = await service.handlers['getBook']!({ ...request, parameters });
        if (now.headers?.['ETag'] !== expected) return handler(request);
        await pause(50);
        return handler({ ...request, parameters });
      })(service),
  },
];
