import { answers, body, handles, type Mutant } from '../../service/fault.ts';
import { noContent } from '../../service/reply.ts';

type Thing = Readonly<Record<string, unknown>>;

/** Mutants whose every answer looks good alone, and whose state is wrong. */
export const stateMutants: readonly Mutant[] = [
  {
    name: 'delete-does-nothing',
    summary: 'DELETE deletes nothing',
    fault: 'DELETE /books/{bookId} answers 204, and the book is still there',
    kills: ['books/lifecycle', 'books/conditional/if-match/delete'],
    put: (service) =>
      handles('deleteBook', () => async (request) => {
        const found = await service.handlers['getBook']!(request);
        return found.status === 404 ? found : noContent;
      })(service),
  },
  {
    name: 'author-stays',
    summary: 'DELETE deletes nothing',
    fault: 'DELETE /authors/{authorId} answers 204, and the author is still there',
    kills: ['authors/lifecycle', 'authors/conflict'],
    put: (service) =>
      handles('deleteAuthor', () => async (request) => {
        const found = await service.handlers['getAuthor']!(request);
        return found.status === 404 ? found : noContent;
      })(service),
  },
  {
    name: 'put-keeps-the-title',
    summary: 'PUT updates only part',
    fault: 'PUT /books/{bookId} keeps the old title, and answers the new one',
    kills: ['books/lifecycle', 'books/race/put'],
    put: (service) =>
      handles('replaceBook', (handler) => async (request) => {
        const before = await service.handlers['getBook']!({
          ...request,
          parameters: { bookId: request.parameters['bookId'] },
        });
        if (before.status !== 200) return handler(request);
        const sent = request.body as Thing;
        const kept = { ...sent, title: (before.body as Thing)['title'] };
        return body((book: Thing) => ({ ...book, title: sent['title'] }))(
          await handler({ ...request, body: kept }),
        );
      })(service),
  },
  {
    name: 'put-does-nothing',
    summary: 'PUT updates nothing',
    fault: 'PUT /authors/{authorId} answers the new author, and keeps the old one',
    kills: ['authors/lifecycle', 'authors/race/put'],
    put: (service) =>
      handles('replaceAuthor', () => async (request) => {
        const before = await service.handlers['getAuthor']!(request);
        return body((author: Thing) => ({ ...author, ...(request.body as Thing) }))(before);
      })(service),
  },
  {
    name: 'patch-does-nothing',
    summary: 'PATCH updates nothing',
    fault: 'PATCH /books/{bookId} answers the changed book, and keeps the old one',
    kills: [
      'books/lifecycle',
      'books/patch',
      'books/conditional/if-match/*',
      'books/duplicate/patch',
      'books/race/patch*',
    ],
    put: (service) =>
      handles('updateBook', () => async (request) => {
        const parameters = { bookId: request.parameters['bookId'] };
        const before = await service.handlers['getBook']!({ ...request, parameters });
        return body((book: Thing) => ({ ...book, ...(request.body as Thing) }))(before);
      })(service),
  },
  {
    name: 'create-forgets-the-name',
    summary: 'Create forgets a member that was sent',
    fault: 'POST /authors answers what was sent, and keeps another name',
    kills: ['authors/lifecycle*'],
    put: handles('createAuthor', (handler) => async (request) => {
      const sent = request.body as Thing;
      const reply = await handler({ ...request, body: { ...sent, name: 'Anonymous' } });
      return body((author: Thing) => ({ ...author, name: sent['name'] }))(reply);
    }),
  },
  {
    name: 'list-omits-the-newest',
    summary: 'The list omits what was created',
    fault: 'GET /authors does not list the author who was added last',
    kills: ['list-authors/paging'],
    put: (service) => {
      const { listAuthors, createAuthor } = service.handlers;
      let newest: unknown;
      return {
        ...service,
        handlers: {
          ...service.handlers,
          createAuthor: async (request) => {
            const reply = await createAuthor!(request);
            newest = (reply.body as Thing | undefined)?.['id'];
            return reply;
          },
          listAuthors: async (request) =>
            body((page: { readonly items: readonly Thing[] }) => ({
              ...page,
              items: page.items.filter(({ id }) => id !== newest),
            }))(await listAuthors!(request)),
        },
      };
    },
  },
  {
    name: 'isbn-twice',
    summary: 'A value that must be unique may repeat',
    fault: 'POST /books takes an ISBN that another book has instead of answering 409',
    kills: ['books/duplicate', 'books/race'],
    put: handles('createBook', (handler) => async (request) => {
      const reply = await handler(request);
      if (reply.status !== 409) return reply;
      const sent = request.body as Thing;
      const free = `978${String(Date.now()).slice(-10)}`;
      const copy = await handler({ ...request, body: { ...sent, isbn: free } });
      return body((book: Thing) => ({ ...book, isbn: sent['isbn'] }))(copy);
    }),
  },
  {
    name: 'pages-of-an-author-skip-one',
    summary: 'The list of what belongs to a thing omits some of it',
    fault: 'GET /authors/{authorId}/books leaves out what stands first on every page but the first',
    kills: ['list-books-of-author/paging'],
    put: handles('listBooksOfAuthor', (handler) => (request) => {
      const { offset } = request.parameters;
      const skipped = typeof offset === 'number' && offset > 0 ? { offset: offset + 1 } : {};
      return handler({ ...request, parameters: { ...request.parameters, ...skipped } });
    }),
  },
  {
    name: 'authors-leave-their-books',
    summary: 'A promised conflict does not occur',
    fault: 'DELETE /authors/{authorId} answers 204 although the author has books, instead of 409',
    kills: ['authors/conflict'],
    put: answers('deleteAuthor', (reply) => (reply.status === 409 ? noContent : reply)),
  },
  {
    name: 'stale-writes-win',
    summary: 'If-Match is ignored',
    fault: 'PUT /books/{bookId} with a stale If-Match replaces the book instead of answering 412',
    kills: ['books/conditional/if-match/put', 'books/race/put/if-match'],
    put: handles(
      'replaceBook',
      (handler) => (request) =>
        handler({ ...request, parameters: { ...request.parameters, 'If-Match': undefined } }),
    ),
  },
  {
    name: 'language-not-filtered',
    summary: 'A filter is ignored',
    fault: 'GET /books?language=de lists books in other languages too',
    kills: ['list-books/filtering/query/language'],
    put: handles(
      'listBooks',
      (handler) => (request) =>
        handler({ ...request, parameters: { ...request.parameters, language: undefined } }),
    ),
  },
  {
    name: 'pages-overlap',
    summary: 'Pages overlap',
    fault: 'GET /books ignores the offset, so that every page is the first',
    kills: ['list-books/paging', 'list-books/paging/beyond', 'list-books/paging/link'],
    put: handles('listBooks', (handler) => async (request) => {
      const { offset } = request.parameters;
      const reply = await handler({ ...request, parameters: { ...request.parameters, offset: 0 } });
      return body((page: Thing) => ({ ...page, offset }))(reply);
    }),
  },
  {
    name: 'limit-ignored',
    summary: 'The page size is not kept',
    fault: 'GET /authors ignores the limit and lists 100',
    kills: ['list-authors/paging'],
    put: handles(
      'listAuthors',
      (handler) => (request) => handler({ ...request, parameters: { ...request.parameters, limit: 100 } }),
    ),
  },
  {
    name: 'descending-is-ascending',
    summary: 'The order of a sort is wrong',
    fault: 'GET /books?sort=-price sorts the cheapest first',
    kills: ['list-books/sorting/query/sort/price'],
    put: handles('listBooks', (handler) => (request) => {
      const { sort } = request.parameters;
      return handler({
        ...request,
        parameters: { ...request.parameters, sort: sort === '-price' ? 'price' : sort },
      });
    }),
  },
  {
    name: 'orders-of-others',
    summary: 'Ownership is not checked',
    fault: 'GET /orders/{orderId} shows every order to every customer instead of answering 404',
    kills: ['orders/ownership'],
    put: handles(
      'getOrder',
      (handler) => (request) =>
        handler({ ...request, caller: { id: request.caller?.id ?? '', role: 'admin' } }),
    ),
  },
  {
    name: 'still-open-after-logging-out',
    summary: 'Logging out does not end the session',
    fault: 'DELETE /sessions/{sessionId} answers 204 to everything, and the token is still good',
    kills: ['delete-session/not-found/path/sessionId', 'sessions/log-in'],
    put: handles('deleteSession', () => () => noContent),
  },
];
