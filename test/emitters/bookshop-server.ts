import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json } from '../../src/api/json.ts';

/** What a server does wrong, or beyond its contract. */
export type Oddity =
  | 'wrong price'
  | 'crashes'
  | 'undeclared refusal'
  | 'no challenge'
  | 'busy'
  | 'html'
  | 'keeps deleted'
  | 'no location';

export interface BookshopServer {
  readonly url: string;
  /** `POST /books`, in the order of arrival. */
  readonly log: readonly string[];
  readonly left: () => number;
  close(): Promise<void>;
}

/** The shop of `model.ts` on a loopback port; it takes the token `open-sesame`. */
export async function bookshopServer(oddity?: Oddity): Promise<BookshopServer> {
  const books = new Map<string, Json>();
  const log: string[] = [];
  let made = 0;
  const server = createServer(async (request, response) => {
    log.push(`${request.method} ${request.url}`);
    const answer = (status: number, body?: Json, headers: Readonly<Record<string, string>> = {}) => {
      const type = { 'Content-Type': oddity === 'html' && status === 200 ? 'text/html' : 'application/json' };
      response.writeHead(status, { ...(body === undefined ? {} : type), ...headers });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    };
    const [path = '', query = ''] = (request.url ?? '').split('?');
    const operation = `${request.method} ${path.replace(/^\/books\/.+$/, '/books/{bookId}')}`;
    const id = decodeURIComponent(path.slice('/books/'.length));
    if (oddity === 'busy' && log.length === 1) return answer(429, { title: 'later' }, { 'Retry-After': '0' });
    if (operation === 'POST /log-in') return answer(200, { token: 'open-sesame', password: 'hunter22' });
    if (request.headers.authorization !== 'Bearer open-sesame') {
      return answer(
        401,
        { title: 'Who are you?' },
        oddity === 'no challenge' ? {} : { 'WWW-Authenticate': 'Bearer' },
      );
    }
    const body = await jsonOf(request);
    switch (operation) {
      case 'POST /books': {
        if (!isObject(body) || !body['title'] || !body['author'] || Number(body['price']) < 0) {
          return answer(oddity === 'undeclared refusal' ? 400 : 422, { title: 'This is no book.' });
        }
        if (oddity === 'crashes') return answer(500, { title: 'Oh.' });
        made += 1;
        const book = { id: `bk_${made}`, ...body };
        books.set(book.id, oddity === 'wrong price' ? { ...book, price: '9.5' } : book);
        return answer(201, book, oddity === 'no location' ? {} : { Location: `/books/${book.id}` });
      }
      case 'GET /books':
        return answer(200, { items: [...books.values()], limit: query });
      case 'GET /books/{bookId}':
        return books.has(id) ? answer(200, books.get(id)) : answer(404, { title: 'No such book.' });
      case 'DELETE /books/{bookId}':
        if (!books.has(id)) return answer(404, { title: 'No such book.' });
        if (oddity !== 'keeps deleted') books.delete(id);
        return answer(204);
      case 'POST /orders':
        return isObject(body)
          ? answer(201, { ...body, id: 'o1' })
          : answer(400, { title: 'This is no order.' });
      default:
        return answer(404, { title: 'Nothing here.' });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log,
    left: () => books.size,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function jsonOf(request: IncomingMessage): Promise<Json> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? null : (JSON.parse(text) as Json);
}

function isObject(value: Json): value is { readonly [member: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
