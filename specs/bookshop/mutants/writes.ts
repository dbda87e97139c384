import { answers, body, handles, reads, type Mutant } from '../../service/fault.ts';
import { problem } from '../../service/reply.ts';

type Thing = Readonly<Record<string, unknown>>;

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
];
