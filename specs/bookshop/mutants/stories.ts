import { answers, body, handles, reads, type Mutant } from '../../service/fault.ts';
import { problem } from '../../service/reply.ts';

type Thing = Readonly<Record<string, unknown>>;

const pause = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Mutants that only a story of several requests tells from a good shop. */
export const storyMutants: readonly Mutant[] = [
  {
    name: 'author-is-elsewhere',
    summary: 'A Location leads nowhere',
    fault: 'POST /authors names an author in Location who is not there',
    kills: ['authors/location'],
    put: answers('createAuthor', (reply) =>
      reply.status === 201
        ? { ...reply, headers: { ...reply.headers, Location: `/authors/${crypto.randomUUID()}` } }
        : reply,
    ),
  },
  {
    name: 'put-keeps-what-is-not-sent',
    summary: 'PUT merges instead of replacing',
    fault: 'PUT /books/{bookId} keeps a subtitle that is not sent',
    kills: ['books/replace'],
    put: (service) =>
      handles('replaceBook', (handler) => async (request) => {
        const parameters = { bookId: request.parameters['bookId'] };
        const before = await service.handlers['getBook']!({ ...request, parameters });
        if (before.status !== 200) return handler(request);
        const sent = request.body as Thing;
        const subtitle = sent['subtitle'] ?? (before.body as Thing)['subtitle'];
        return handler({ ...request, body: { ...sent, ...(subtitle == null ? {} : { subtitle }) } });
      })(service),
  },
  {
    name: 'put-adds-a-pseudonym',
    summary: 'PUT is not idempotent',
    fault: 'PUT /authors/{authorId} with what is there already adds a pseudonym',
    kills: ['authors/replace/idempotent'],
    put: (service) =>
      handles('replaceAuthor', (handler) => async (request) => {
        const before = (await service.handlers['getAuthor']!(request)).body as Thing;
        const sent = request.body as Thing;
        const isSame = Object.entries(sent).every(
          ([name, value]) => JSON.stringify(before[name]) === JSON.stringify(value),
        );
        return handler(isSame ? { ...request, body: { ...sent, pseudonyms: ['Twice'] } } : request);
      })(service),
  },
  {
    name: 'patch-loses-the-subtitle',
    summary: 'PATCH changes what it does not name',
    fault: 'PATCH /books/{bookId} removes a subtitle that the patch does not name',
    kills: ['books/patch'],
    put: handles(
      'updateBook',
      (handler) => (request) => handler({ ...request, body: { subtitle: null, ...(request.body as Thing) } }),
    ),
  },
  {
    name: 'refused-put-is-kept',
    summary: 'A refused write leaves something behind',
    fault: 'PUT /authors/{authorId} answers 422 to a pseudonym that is too long, and keeps it',
    kills: ['authors/failed-write/put'],
    put: (service) => {
      const isTooLong = (author: unknown) =>
        ((author as Thing)['pseudonyms'] as readonly string[] | undefined)?.some(
          ({ length }) => length > 100,
        );
      const refusal = problem(422, 'A pseudonym is too long.');
      const lenient = reads('/components/schemas/Author/properties/pseudonyms/items/maxLength')(service);
      const refusing = handles(
        'createAuthor',
        (handler) => (request) => (isTooLong(request.body) ? refusal : handler(request)),
      )(lenient);
      return handles('replaceAuthor', (handler) => async (request) => {
        const reply = await handler(request);
        return reply.status === 200 && isTooLong(request.body) ? refusal : reply;
      })(refusing);
    },
  },
  {
    name: 'isbn-race',
    summary: 'What must be unique is looked up before it is written, and not while',
    fault: 'POST /books takes the same ISBN twice where both requests come at the same moment',
    kills: ['books/race'],
    put: (service) => {
      const underWay = new Map<unknown, number>();
      return handles('createBook', (handler) => async (request) => {
        const sent = request.body as Thing;
        const { isbn } = sent;
        underWay.set(isbn, (underWay.get(isbn) ?? 0) + 1);
        await pause(150);
        const isAlone = underWay.get(isbn) === 1;
        const reply = await handler(request);
        if (isAlone) underWay.delete(isbn);
        if (isAlone || reply.status !== 409) return reply;
        const free = `978${String(Date.now()).slice(-10)}`;
        return body((book: Thing) => ({ ...book, isbn }))(
          await handler({ ...request, body: { ...sent, isbn: free } }),
        );
      })(service);
    },
  },
  {
    name: 'always-sent-again',
    summary: 'If-None-Match is ignored',
    fault: 'GET /books/{bookId} answers 200 to an ETag that is still good, instead of 304',
    kills: ['books/conditional/if-none-match'],
    put: handles(
      'getBook',
      (handler) => (request) =>
        handler({ ...request, parameters: { ...request.parameters, 'If-None-Match': undefined } }),
    ),
  },
  {
    name: 'cancelled-in-words-only',
    summary: 'A step of a workflow stores nothing',
    fault: 'POST /orders/{orderId}/cancellation answers a cancelled order, and keeps it as it was',
    kills: ['*/workflow*'],
    put: (service) =>
      handles(
        'cancelOrder',
        () => async (request) =>
          body((order: Thing) => ({ ...order, status: 'cancelled' }))(
            await service.handlers['getOrder']!(request),
          ),
      )(service),
  },
  {
    name: 'book-of-nobody',
    summary: 'A link leads nowhere',
    fault: 'POST /books answers with the id of an author who is not there',
    kills: ['create-book/links/GetAuthorOfBook', 'books/lifecycle*'],
    put: answers(
      'createBook',
      body((book: Thing) => ({ ...book, authorId: '00000000-0000-4000-8000-000000000000' })),
    ),
  },
];
