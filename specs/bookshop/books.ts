import { randomBytes } from 'node:crypto';
import type { SqlValue } from 'sql.js';
import { created, noContent, notFound, ok, problem, type Reply } from '../service/reply.ts';
import type { Handler, ServiceRequest } from '../service/service.ts';
import { isListed, mergePatch, tagOf } from './conditional.ts';
import { page, type Listing } from './pages.ts';
import type { Row, Store } from './store.ts';

/** What the shop has to know of a book; the rest of the document is kept as it came. */
interface Book {
  readonly isbn: string;
  readonly authorId: string;
}

/** A book as it looks from outside. Members that only the shop sets win over what the caller sent. */
export const presentBook = (row: Row) => ({
  ...JSON.parse(String(row['document'])),
  id: row['id'],
  createdAt: row['created_at'],
});

/** Puts a book in. Its author must be there, its ISBN must be free. */
export function addBook(store: Store, book: object, id = `bk_${randomBytes(6).toString('hex')}`): Row {
  store.run(
    'INSERT INTO books (id, document, created_at) VALUES (?, ?, ?)',
    id,
    JSON.stringify(book),
    new Date().toISOString(),
  );
  return store.one('SELECT * FROM books WHERE id = ?', id)!;
}

/**
 * Handlers of the operations of the tag Books, without covers.
 *
 * @param complete Puts the defaults of absent members into a book.
 */
export function books(store: Store, complete: (book: object) => object): Readonly<Record<string, Handler>> {
  const find = ({ parameters }: ServiceRequest) =>
    store.one('SELECT * FROM books WHERE id = ?', String(parameters['bookId']));

  /** Why a book cannot be kept, if it cannot. */
  const refuse = ({ isbn, authorId }: Book, id: SqlValue = null): Reply | undefined => {
    if (!store.one('SELECT id FROM authors WHERE id = ?', authorId)) {
      return problem(422, 'There is no such author.', [
        { at: '/authorId', message: 'must be the id of an author' },
      ]);
    }
    return store.one('SELECT id FROM books WHERE isbn = ? AND id IS NOT ?', isbn, id)
      ? problem(409, 'Another book has this ISBN.')
      : undefined;
  };

  /** Keeps another document of a book. Its version changes only when the document does. */
  const keep = (row: Row, book: object): Reply => {
    const refusal = refuse(book as Book, row['id']);
    if (refusal) return refusal;
    const document = JSON.stringify(book);
    store.run(
      'UPDATE books SET version = version + (document <> ?), document = ? WHERE id = ?',
      document,
      document,
      row['id']!,
    );
    return answer(store.one('SELECT * FROM books WHERE id = ?', row['id']!)!);
  };

  /** Does something with a book that is there and is what the caller has seen. */
  const withBook =
    (act: (row: Row, request: ServiceRequest) => Reply): Handler =>
    (request) => {
      const row = find(request);
      if (!row) return notFound('book');
      const expected = request.parameters['If-Match'];
      return expected === undefined || isListed(tagOf(row), String(expected), 'strong')
        ? act(row, request)
        : problem(412, 'The book has been changed.');
    };

  return {
    listBooks: (request) => {
      const { minPrice, maxPrice } = request.parameters as Readonly<Record<string, number | undefined>>;
      return minPrice !== undefined && maxPrice !== undefined && minPrice > maxPrice
        ? problem(400, 'minPrice is above maxPrice.')
        : page(store, request, listingOf(request));
    },

    createBook: ({ body }) => {
      const refusal = refuse(body as Book);
      if (refusal) return refusal;
      const row = addBook(store, body as object);
      const reply = created(`/books/${row['id']}`, presentBook(row));
      return { ...reply, headers: { ...reply.headers, ETag: tagOf(row) } };
    },

    getBook: (request) => {
      const row = find(request);
      if (!row) return notFound('book');
      const known = request.parameters['If-None-Match'];
      return known !== undefined && isListed(tagOf(row), String(known), 'weak')
        ? { status: 304, headers: { ETag: tagOf(row) } }
        : answer(row);
    },

    replaceBook: withBook((row, { body }) => keep(row, body as object)),

    updateBook: withBook((row, { body }) =>
      keep(row, complete(mergePatch(JSON.parse(String(row['document'])), body) as object)),
    ),

    deleteBook: withBook((row) => {
      store.run('DELETE FROM books WHERE id = ?', row['id']!);
      return noContent;
    }),
  };
}

const answer = (row: Row) => ok(presentBook(row), { ETag: tagOf(row) });

const orders: Readonly<Record<string, string>> = {
  title: 'title, rowid',
  '-title': 'title DESC, rowid DESC',
  price: 'price, rowid',
  '-price': 'price DESC, rowid DESC',
  createdAt: 'rowid',
  '-createdAt': 'rowid DESC',
};

const hasTag = "EXISTS (SELECT 1 FROM json_each(document, '$.tags') WHERE value = ?)";

/** A condition, where the caller asks for a value. */
const filter = (condition: string, value: unknown): readonly (readonly [string, SqlValue])[] =>
  value === undefined ? [] : [[condition, value as SqlValue]];

/** What a caller of the list asks for, in SQL. */
function listingOf({ parameters }: ServiceRequest): Listing {
  const { q, authorId, language, tags, inStock, minPrice, maxPrice, sort } = parameters;
  const title = "lower(title || char(10) || coalesce(document ->> '$.subtitle', ''))";
  return {
    table: 'books',
    where: [
      ...filter(`instr(${title}, lower(?)) > 0`, q),
      ...filter('author_id = ?', authorId),
      ...filter("document ->> '$.language' = ?", language),
      ...((tags ?? []) as string[]).flatMap((tag) => filter(hasTag, tag)),
      ...filter("((document ->> '$.stock') > 0) = ?", inStock === undefined ? undefined : Number(inStock)),
      ...filter('price >= ?', minPrice),
      ...filter('price <= ?', maxPrice),
    ],
    ...(sort === undefined ? {} : { order: orders[String(sort)]! }),
    present: presentBook,
  };
}
