import type { Upload } from '../service/body.ts';
import { notFound, ok } from '../service/reply.ts';
import type { Handler } from '../service/service.ts';
import type { Store } from './store.ts';

/** The cover of the house: one grey pixel, as PNG. */
const houseCover = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

/** Handlers of the covers of books. */
export function covers(store: Store): Readonly<Record<string, Handler>> {
  const find = (id: unknown) => store.one('SELECT id FROM books WHERE id = ?', String(id));

  return {
    getCover: ({ parameters }) => {
      const book = find(parameters['bookId']);
      if (!book) return notFound('book');
      const cover = store.one<{ media_type: string; bytes: Uint8Array }>(
        'SELECT * FROM covers WHERE book_id = ?',
        book['id']!,
      );
      return {
        status: 200,
        headers: { 'Content-Type': cover?.media_type ?? 'image/png' },
        bytes: Buffer.from(cover?.bytes ?? houseCover),
      };
    },

    replaceCover: ({ parameters, body }) => {
      const book = find(parameters['bookId']);
      if (!book) return notFound('book');
      const { image, alt = null } = body as { readonly image: Upload; readonly alt?: string };
      store.run(
        'INSERT OR REPLACE INTO covers (book_id, media_type, bytes, alt) VALUES (?, ?, ?, ?)',
        book['id']!,
        image.mediaType,
        image.bytes,
        alt,
      );
      return ok({ mediaType: image.mediaType, bytes: image.bytes.length, alt });
    },
  };
}
