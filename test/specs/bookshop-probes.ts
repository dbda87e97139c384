import { admin, herbert, otherReader, reader } from '../../specs/bookshop/seeds.ts';
import { aBook, anAuthor, anIsbn, anOrder } from './bookshop-things.ts';
import type { Answer, Exchange, Sent } from './exchange.ts';

/** Looks where a mutant is wrong; says `good` of a shop that keeps its contract, and something else of the mutant. */
export type Probe = (send: Exchange) => Promise<unknown>;

const { token } = admin;
const nobody = '00000000-0000-4000-8000-000000000000';

/** The status, and what the contract does not promise. */
const verdict = ({ status, complaints }: Answer, promised: number) =>
  status === promised && complaints.length === 0 ? 'good' : { status, complaints };

const probe =
  (promised: number, line: string, sent: Sent = {}): Probe =>
  async (send) =>
    verdict(await send(line, sent), promised);

const says = (isGood: boolean) => (isGood ? 'good' : 'bad');

const author = (changes: object) => probe(422, 'POST /authors', { token, body: { ...anAuthor, ...changes } });
const book = (changes: Readonly<Record<string, unknown>>) =>
  probe(422, 'POST /books', { token, body: aBook(changes) });

const make = async (send: Exchange, line: string, body: unknown) =>
  String((await send(line, { token, body })).body['id']);

/** An order of a new book, changed. */
const order =
  (changes: object, promised = 422): Probe =>
  async (send) => {
    const body = { ...anOrder(await make(send, 'POST /books', aBook())), ...changes };
    return verdict(await send('POST /orders', { token, body }), promised);
  };

/** Something to do with a new author or book. */
const on =
  (line: 'POST /authors' | 'POST /books', look: (send: Exchange, path: string) => Promise<unknown>): Probe =>
  async (send) => {
    const id = await make(send, line, line === 'POST /books' ? aBook() : anAuthor);
    return look(send, `${line.slice('POST '.length)}/${id}`);
  };

const reads = (line: 'POST /authors' | 'POST /books') =>
  on(line, async (send, path) => verdict(await send(`GET ${path}`), 200));

const isGoneAfterDelete = (line: 'POST /authors' | 'POST /books') =>
  on(line, async (send, path) => {
    await send(`DELETE ${path}`, { token });
    return verdict(await send(`GET ${path}`), 404);
  });

/** What a member is after a change that should make it `new`. */
const changes = (line: 'POST /authors' | 'POST /books', change: readonly [string, Sent, string]) =>
  on(line, async (send, path) => {
    const [method, sent, member] = change;
    await send(`${method} ${path}`, { token, ...sent });
    return says((await send(`GET ${path}`)).body[member] === 'new');
  });

const logOut: Probe = async (send) => {
  const { body } = await send('POST /sessions', { body: { email: reader.email, password: reader.password } });
  const mine = { token: String(body['token']) };
  await send(`DELETE /sessions/${body['id']}`, mine);
  return verdict(await send('GET /orders', mine), 401);
};

const itemsOf = async (send: Exchange, line: string) =>
  (await send(line)).body['items'] as readonly Readonly<Record<string, unknown>>[];

/** By mutant of the Bookshop. */
export const probes: Readonly<Record<string, Probe>> = {
  'title-not-demanded': book({ title: undefined }),
  'street-not-demanded': order({ delivery: { method: 'post', address: { city: 'Porto', country: 'PT' } } }),
  'country-not-demanded': author({ country: undefined }),
  'pages-of-any-type': book({ pages: 'many' }),
  'title-may-be-null': book({ title: null }),
  'price-without-maximum': book({ price: 1000.5 }),
  'price-may-be-zero': book({ price: 0 }),
  'price-of-any-step': book({ price: 9.25 }),
  'stock-below-zero': book({ stock: -1 }),
  'title-may-be-empty': book({ title: '' }),
  'title-of-any-length': book({ title: 'x'.repeat(201) }),
  'order-of-nothing': order({ items: [] }),
  'tags-without-end': book({ tags: ['aa', 'bb', 'cc', 'dd', 'ee', 'ff'] }),
  'tags-may-repeat': book({ tags: ['aa', 'aa'] }),
  'any-binding': book({ binding: 'scroll' }),
  'any-isbn': book({ isbn: 'none' }),
  'born-on-any-day': author({ born: 'yesterday' }),
  'undeclared-members-taken': author({ mood: 'good' }),
  'message-without-wrap': order({ giftMessage: 'Hi' }),
  'courier-without-address': order({ delivery: { method: 'courier' } }),
  'limit-without-maximum': probe(400, 'GET /authors?limit=101'),
  'any-sort': probe(400, 'GET /books?sort=pages'),
  'open-authors': probe(401, 'POST /authors', { body: anAuthor }),
  'open-removal': probe(401, 'DELETE /books/bk_000000000000'),
  'any-token': probe(401, 'GET /orders', { token: 'malformed' }),
  'readers-add-authors': probe(403, 'POST /authors', { token: reader.token, body: anAuthor }),
  'no-challenge': probe(401, 'POST /sessions', { body: { email: reader.email, password: 'wrong' } }),
  'unknown-author-is-empty': probe(404, `GET /authors/${nobody}`),
  'unknown-book-is-a-crash': probe(404, 'GET /books/bk_000000000000'),
  'unknown-order-is-gone': probe(404, 'DELETE /orders/2147483647', { token }),
  'price-is-text': reads('POST /books'),
  'author-without-country': reads('POST /authors'),
  'page-without-total': probe(200, 'GET /books'),
  'created-is-ok': probe(201, 'POST /authors', { token, body: anAuthor }),
  'author-in-plain-text': reads('POST /authors'),
  'password-leaks': (send) =>
    probe(201, 'POST /customers', {
      body: { email: `${anIsbn()}@a.example`, name: 'A', password: 'long enough' },
    })(send),
  'card-leaks': order({}, 201),
  'undeclared-cost': reads('POST /books'),
  'book-without-etag': reads('POST /books'),
  'author-without-location': probe(201, 'POST /authors', { token, body: anAuthor }),
  'created-at-noon': reads('POST /authors'),
  'unknown-role': probe(201, 'POST /sessions', { body: { email: reader.email, password: reader.password } }),
  'orders-in-a-list': probe(200, 'GET /orders', { token }),
  'problem-without-a-type': probe(404, 'GET /books/bk_000000000000'),
  'delete-does-nothing': isGoneAfterDelete('POST /books'),
  'author-stays': isGoneAfterDelete('POST /authors'),
  'put-keeps-the-title': (send) =>
    changes('POST /books', ['PUT', { body: aBook({ title: 'new' }) }, 'title'])(send),
  'put-does-nothing': changes('POST /authors', ['PUT', { body: { ...anAuthor, name: 'new' } }, 'name']),
  'patch-does-nothing': changes('POST /books', [
    'PATCH',
    { headers: { 'Content-Type': 'application/merge-patch+json' }, body: '{"title":"new"}' },
    'title',
  ]),
  'create-forgets-the-name': on('POST /authors', async (send, path) =>
    says((await send(`GET ${path}`)).body['name'] === anAuthor.name),
  ),
  'list-omits-the-newest': on('POST /authors', async (send, path) =>
    says((await itemsOf(send, 'GET /authors')).some(({ id }) => path.endsWith(String(id)))),
  ),
  'isbn-twice': async (send) => {
    const body = aBook();
    await make(send, 'POST /books', body);
    return verdict(await send('POST /books', { token, body }), 409);
  },
  'authors-leave-their-books': probe(409, `DELETE /authors/${herbert}`, { token }),
  'stale-writes-win': on('POST /books', async (send, path) =>
    verdict(await send(`PUT ${path}`, { token, headers: { 'If-Match': '"stale"' }, body: aBook() }), 412),
  ),
  'language-not-filtered': async (send) =>
    says((await itemsOf(send, 'GET /books?language=de')).every(({ language }) => language === 'de')),
  'pages-overlap': async (send) => {
    const [first] = await itemsOf(send, 'GET /books?limit=1&offset=0');
    const [second] = await itemsOf(send, 'GET /books?limit=1&offset=1');
    return says(first?.['id'] !== second?.['id']);
  },
  'limit-ignored': async (send) => says((await itemsOf(send, 'GET /authors?limit=1')).length === 1),
  'descending-is-ascending': async (send) => {
    const prices = (await itemsOf(send, 'GET /books?sort=-price')).map(({ price }) => Number(price));
    return says(prices[0]! > prices.at(-1)!);
  },
  'orders-of-others': async (send) => {
    const body = anOrder(await make(send, 'POST /books', aBook()));
    const { id } = (await send('POST /orders', { token: reader.token, body })).body;
    return verdict(await send(`GET /orders/${id}`, { token: otherReader.token }), 404);
  },
  'still-open-after-logging-out': logOut,
};
