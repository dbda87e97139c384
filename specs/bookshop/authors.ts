import { randomUUID } from 'node:crypto';
import { created, noContent, notFound, ok, problem } from '../service/reply.ts';
import type { Handler } from '../service/service.ts';
import { presentBook } from './books.ts';
import { page } from './pages.ts';
import type { Row, Store } from './store.ts';

/** Puts an author in, and says how the author looks from outside. */
export function addAuthor(store: Store, author: object, id: string = randomUUID()) {
  const createdAt = new Date().toISOString();
  store.run(
    'INSERT INTO authors (id, document, created_at) VALUES (?, ?, ?)',
    id,
    JSON.stringify(author),
    createdAt,
  );
  return { ...author, id, createdAt };
}

/** Handlers of the operations of the tag Authors. */
export function authors(store: Store): Readonly<Record<string, Handler>> {
  const find = (id: unknown) => store.one('SELECT * FROM authors WHERE id = ?', String(id));

  return {
    listAuthors: (request) => page(store, request, { table: 'authors', present }),

    createAuthor: ({ body }) => {
      const author = addAuthor(store, body as object);
      return created(`/authors/${author.id}`, author);
    },

    getAuthor: ({ parameters }) => {
      const row = find(parameters['authorId']);
      return row ? ok(present(row)) : notFound('author');
    },

    replaceAuthor: ({ parameters, body }) => {
      const row = find(parameters['authorId']);
      if (!row) return notFound('author');
      const document = JSON.stringify(body);
      store.run('UPDATE authors SET document = ? WHERE id = ?', document, row['id']!);
      return ok(present({ ...row, document }));
    },

    deleteAuthor: ({ parameters }) => {
      const row = find(parameters['authorId']);
      if (!row) return notFound('author');
      if (store.one('SELECT id FROM books WHERE author_id = ?', row['id']!)) {
        return problem(409, 'The author still has books.');
      }
      store.run('DELETE FROM authors WHERE id = ?', row['id']!);
      return noContent;
    },

    listBooksOfAuthor: (request) => {
      const row = find(request.parameters['authorId']);
      return row
        ? page(store, request, {
            table: 'books',
            where: [['author_id = ?', row['id']!]],
            present: presentBook,
          })
        : notFound('author');
    },
  };
}

const present = (row: Row) => ({
  ...JSON.parse(String(row['document'])),
  id: row['id'],
  createdAt: row['created_at'],
});
