import { answers, body, handles, status, withoutHeader, type Mutant } from '../../service/fault.ts';

type Thing = Readonly<Record<string, unknown>>;

const without = (name: string) => (thing: Thing) =>
  Object.fromEntries(Object.entries(thing).filter(([other]) => other !== name));

/** Every case that judges a book, or an author, as it is read. */
const readsOfABook = [
  'get-book/happy*',
  'get-book/syntax/header/accept',
  'books/lifecycle*',
  'books/location',
  'books/replace*',
  'books/patch',
  'books/failed-write/put',
  'books/failed-write/patch',
  'books/race/put',
  'books/race/patch',
  'create-book/links/GetBook',
];
const readsOfAnAuthor = [
  'get-author/happy*',
  'get-author/syntax/header/accept',
  'authors/lifecycle*',
  'authors/location',
  'authors/replace*',
  'authors/failed-write/put',
  'authors/race/put',
  'create-author/links/GetAuthor',
  'create-book/links/GetAuthorOfBook',
];

/** Mutants whose answers are not what the contract promises. */
export const answerMutants: readonly Mutant[] = [
  {
    name: 'price-is-text',
    summary: 'A member of an answer has the wrong type',
    fault: 'GET /books/{bookId} answers the price as text instead of a number',
    kills: readsOfABook,
    put: answers(
      'getBook',
      body((book: Thing) => ({ ...book, price: String(book['price']) })),
    ),
  },
  {
    name: 'author-without-country',
    summary: 'A required member of an answer is missing',
    fault: 'GET /authors/{authorId} answers without the country',
    kills: readsOfAnAuthor,
    put: answers('getAuthor', body(without('country'))),
  },
  {
    name: 'page-without-total',
    summary: 'A required member of a page is missing',
    fault: 'GET /books answers without the total',
    kills: [
      'books/failed-write/create',
      'list-books/happy*',
      'list-books/syntax/header/accept',
      'list-books/paging*',
      'list-books/filtering/*',
      'list-books/sorting/*',
      'list-books/search/*',
    ],
    put: answers('listBooks', body(without('total'))),
  },
  {
    name: 'created-is-ok',
    summary: 'A good answer has an undeclared status',
    fault: 'POST /authors answers 200 instead of 201',
    kills: [
      'authors/location',
      'create-author/links/GetAuthor',
      'create-author/happy*',
      'list-authors/paging',
      'authors/lifecycle*',
    ],
    put: answers('createAuthor', status(201, 200)),
  },
  {
    name: 'author-in-plain-text',
    summary: 'An answer has the wrong media type',
    fault: 'GET /authors/{authorId} answers text/plain instead of application/json',
    kills: readsOfAnAuthor,
    put: answers('getAuthor', (reply) =>
      reply.status === 200 ? { ...reply, headers: { 'Content-Type': 'text/plain' } } : reply,
    ),
  },
  {
    name: 'password-leaks',
    summary: 'A write-only member is answered',
    fault: 'POST /customers answers the password back',
    kills: ['customers/race', 'sessions/log-in', 'create-customer/happy*', 'customers/lifecycle*'],
    put: handles(
      'createCustomer',
      (handler) => async (request) =>
        body((customer: Thing) => ({ ...customer, password: (request.body as Thing)['password'] }))(
          await handler(request),
        ),
    ),
  },
  {
    name: 'card-leaks',
    summary: 'A write-only member deep in the answer is answered',
    fault: 'POST /orders answers the number of the card back',
    kills: [
      'create-order/links/*',
      'create-order/happy',
      'create-order/happy/maximal',
      'create-order/happy/body/items/*',
      'create-order/happy/body/payment/holder/*',
      'create-order/happy/body/delivery/*',
      'create-order/happy/body/coupon/*',
      'create-order/happy/body/gift*',
      'orders/lifecycle*',
    ],
    put: handles(
      'createOrder',
      (handler) => async (request) =>
        body((order: Thing) => ({ ...order, payment: (request.body as Thing)['payment'] }))(
          await handler(request),
        ),
    ),
  },
  {
    name: 'undeclared-cost',
    summary: 'A closed object has an undeclared member',
    fault: 'GET /books/{bookId} answers the cost too, which the contract does not know',
    kills: readsOfABook,
    put: answers(
      'getBook',
      body((book: Thing) => ({ ...book, cost: 1 })),
    ),
  },
  {
    name: 'book-without-etag',
    summary: 'A required header is missing',
    fault: 'GET /books/{bookId} answers without an ETag',
    kills: readsOfABook,
    put: answers('getBook', withoutHeader('ETag')),
  },
  {
    name: 'author-without-location',
    summary: '201 comes without Location',
    fault: 'POST /authors answers 201 without saying where the author is',
    kills: ['create-author/links/GetAuthor', 'create-author/happy*', 'authors/lifecycle*'],
    put: answers('createAuthor', withoutHeader('Location')),
  },
  {
    name: 'created-at-noon',
    summary: 'A member of an answer breaks its format',
    fault: 'GET /authors/{authorId} answers a createdAt that is no date-time',
    kills: readsOfAnAuthor,
    put: answers(
      'getAuthor',
      body((author: Thing) => ({ ...author, createdAt: 'yesterday at noon' })),
    ),
  },
  {
    name: 'unknown-role',
    summary: 'A member of an answer is none of its enum',
    fault: 'POST /sessions answers a role that the contract does not know',
    kills: ['create-session/happy*', 'create-session/links/LogOut', 'sessions/log-in'],
    put: answers(
      'createSession',
      body((session: Thing) => ({ ...session, role: 'guest' })),
    ),
  },
  {
    name: 'orders-in-a-list',
    summary: 'An answer has the wrong shape',
    fault: 'GET /orders answers a bare array instead of a page',
    kills: [
      'list-orders/happy*',
      'list-orders/syntax/header/accept',
      'list-orders/paging',
      'list-orders/filtering/*',
      'sessions/log-in',
    ],
    put: answers(
      'listOrders',
      body((page: Thing) => page['items']),
    ),
  },
  {
    name: 'problem-without-a-type',
    summary: 'A refusal is not the problem that the contract promises',
    fault: 'GET /books/{bookId} answers 404 with a problem that has no type',
    kills: ['get-book/not-found/path/bookId', 'books/lifecycle'],
    put: answers('getBook', (reply) =>
      reply.status === 404 ? { ...reply, body: without('type')(reply.body as Thing) } : reply,
    ),
  },
];
