import { admin, otherReader, reader } from '../../../specs/bookshop/seeds.ts';
import { aBook, anAuthor, anOrder } from '../bookshop-things.ts';
import type { Exchange } from '../exchange.ts';
import { probe, verdict, type Probe } from './probe.ts';

const { token } = admin;

/** A merge patch (RFC 7396) of a book. */
export const newTitle = {
  headers: { 'Content-Type': 'application/merge-patch+json' },
  body: '{"title":"new"}',
};

/** Sends a POST as the admin, and says the id of what was made. */
export const make = async (send: Exchange, line: string, body: unknown) =>
  String((await send(line, { token, body })).body['id']);

/** A new author, changed, who must be refused. */
export const author = (changes: object) =>
  probe(422, 'POST /authors', { token, body: { ...anAuthor, ...changes } });

/** A new book, changed. */
export const book = (changes: Readonly<Record<string, unknown>>, promised = 422) =>
  probe(promised, 'POST /books', { token, body: aBook(changes) });

/** An order of a new book, changed. */
export const order =
  (changes: object, promised = 422): Probe =>
  async (send) => {
    const body = { ...anOrder(await make(send, 'POST /books', aBook())), ...changes };
    return verdict(await send('POST /orders', { token, body }), promised);
  };

/** Something to do with a new author or book. */
export const on =
  (line: 'POST /authors' | 'POST /books', look: (send: Exchange, path: string) => Promise<unknown>): Probe =>
  async (send) => {
    const id = await make(send, line, line === 'POST /books' ? aBook() : anAuthor);
    return look(send, `${line.slice('POST '.length)}/${id}`);
  };

/** A cover for a new book. */
export const cover = (image: Blob, promised: number) =>
  on('POST /books', async (send, path) => {
    const body = new FormData();
    body.set('image', image);
    return verdict(await send(`PUT ${path}/cover`, { token, body }), promised);
  });

/** A customer's new order, which another customer must not find. */
export const orderOfAnother =
  (method: 'GET' | 'DELETE'): Probe =>
  async (send) => {
    const body = anOrder(await make(send, 'POST /books', aBook()));
    const { id } = (await send('POST /orders', { token: reader.token, body })).body;
    return verdict(await send(`${method} /orders/${id}`, { token: otherReader.token }), 404);
  };
