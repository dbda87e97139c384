import { handles, reads, sends, type Mutant } from '../../service/fault.ts';
import { ok } from '../../service/reply.ts';

const cover = '/paths/~1books~1{bookId}~1cover/put/requestBody/content/multipart~1form-data';
const crash = { status: 500, headers: { 'Content-Type': 'text/plain' } };

/** Mutants that read what cannot be read, break on it, or mistake one method for another. */
export const protocolMutants: readonly Mutant[] = [
  {
    name: 'malformed-is-a-crash',
    summary: 'A body that is no JSON is a crash',
    fault: 'every operation answers a body that is no JSON with 500 instead of 400',
    kills: ['*/syntax/body/malformed', '*/syntax/body/truncated', '*/required/body/empty'],
    put: sends((reply) =>
      (reply.body as { readonly detail?: string } | undefined)?.detail === 'The body is not JSON.'
        ? crash
        : reply,
    ),
  },
  {
    name: 'authors-in-plain-text',
    summary: 'A body of another media type is taken',
    fault: 'POST /authors takes JSON that says it is text/plain instead of answering 415',
    kills: ['create-author/syntax/body/media-type'],
    put: reads('/paths/~1authors/post/requestBody/content/text~1plain', {
      schema: { $ref: '#/components/schemas/Author' },
    }),
  },
  {
    name: 'twice-is-a-crash',
    summary: 'A query parameter that comes twice is a crash',
    fault: 'every operation answers a query parameter that comes twice with 500',
    kills: ['*/syntax/query/*/twice'],
    put: sends((reply, { query }) => (Object.values(query).some(Array.isArray) ? crash : reply)),
  },
  {
    name: 'unacceptable-is-a-crash',
    summary: 'An Accept that nothing meets is a crash',
    fault: 'every operation answers an Accept of another kind of application with 500',
    kills: ['*/syntax/header/accept'],
    put: sends((reply, { headers }) => (headers.accept?.startsWith('application/x-') ? crash : reply)),
  },
  {
    name: 'accept-is-a-crash',
    summary: 'An Accept that is declared is a crash',
    fault: 'GET /books/{bookId}/cover answers 500 where a JPEG is asked for',
    kills: ['get-cover/happy/accept/image/jpeg'],
    put: sends((reply, { headers }) => (headers.accept === 'image/jpeg' ? crash : reply)),
  },
  {
    name: 'patch-is-get',
    summary: 'An undeclared method is answered',
    fault: 'PATCH /authors/{authorId} answers 200 instead of 405',
    kills: ['get-author/method/PATCH'],
    put: sends((reply, { method, path }) =>
      method === 'PATCH' && /^\/authors\/[^/]+$/.test(path) ? ok({ done: true }) : reply,
    ),
  },
  {
    name: 'refuses-without-allow',
    summary: '405 comes without Allow',
    fault:
      'every path answers a method that it does not declare with 405 and no Allow, which RFC 9110 demands',
    kills: ['*/method/GET', '*/method/POST', '*/method/PUT', '*/method/PATCH'],
    put: sends((reply) =>
      reply.status === 405 ? { ...reply, headers: { 'Content-Type': 'application/problem+json' } } : reply,
    ),
  },
  {
    name: 'allows-less',
    summary: 'OPTIONS does not name what the path declares',
    fault: 'OPTIONS /books says that GET alone is allowed',
    kills: ['list-books/method/OPTIONS'],
    put: sends((reply, { method, path }) =>
      method === 'OPTIONS' && path === '/books' ? { ...reply, headers: { Allow: 'GET' } } : reply,
    ),
  },
  {
    name: 'prices-turned-round',
    summary: 'A dependency between parameters is ignored',
    fault: 'GET /books answers minPrice above maxPrice with an empty page instead of 400',
    kills: ['list-books/dependency/minPrice<=maxPrice'],
    put: handles('listBooks', (handler) => async (request) => {
      const { minPrice, maxPrice } = request.parameters as Readonly<Record<string, number | undefined>>;
      const isTurned = minPrice !== undefined && maxPrice !== undefined && minPrice > maxPrice;
      return isTurned ? ok({ items: [], total: 0, limit: 20, offset: 0 }) : handler(request);
    }),
  },
  {
    name: 'covers-of-any-kind',
    summary: 'The media type of a part is not looked at',
    fault: 'PUT /books/{bookId}/cover takes text as a picture instead of answering 422',
    kills: ['replace-cover/upload/body/image/media-type'],
    put: reads(`${cover}/encoding/image/contentType`, 'image/png, image/jpeg, text/plain'),
  },
  {
    name: 'empty-covers',
    summary: 'An empty file is taken',
    fault: 'PUT /books/{bookId}/cover takes an empty picture instead of answering 422',
    kills: ['replace-cover/upload/body/image/empty'],
    put: reads('/components/schemas/CoverUpload/properties/image/minLength'),
  },
];
