import { admin } from '../../../specs/bookshop/seeds.ts';
import { aBook, anAuthor, anOrder } from '../bookshop-things.ts';
import { make, newTitle, on } from './new-things.ts';
import { says, verdict, type Probe } from './probe.ts';

const { token } = admin;

/** Probes of mutants that only a story of several steps finds. */
export const storyProbes: Readonly<Record<string, Probe>> = {
  'author-is-elsewhere': async (send) => {
    const { headers } = await send('POST /authors', { token, body: anAuthor });
    return verdict(await send(`GET ${headers.get('location')}`), 200);
  },
  'put-keeps-what-is-not-sent': on('POST /books', async (send, path) => {
    await send(`PUT ${path}`, { token, body: aBook({ subtitle: 'old' }) });
    await send(`PUT ${path}`, { token, body: aBook({ subtitle: undefined }) });
    return says((await send(`GET ${path}`)).body['subtitle'] !== 'old');
  }),
  'put-adds-a-pseudonym': on('POST /authors', async (send, path) => {
    await send(`PUT ${path}`, { token, body: anAuthor });
    return says(!JSON.stringify((await send(`GET ${path}`)).body).includes('Twice'));
  }),
  'patch-loses-the-subtitle': on('POST /books', async (send, path) => {
    await send(`PUT ${path}`, { token, body: aBook({ subtitle: 'new' }) });
    await send(`PATCH ${path}`, { token, ...newTitle });
    return says((await send(`GET ${path}`)).body['subtitle'] === 'new');
  }),
  'refused-put-is-kept': on('POST /authors', async (send, path) => {
    await send(`PUT ${path}`, { token, body: { ...anAuthor, pseudonyms: ['x'.repeat(101)] } });
    return says(!JSON.stringify((await send(`GET ${path}`)).body).includes('xxx'));
  }),
  'isbn-race': async (send) => {
    const body = aBook();
    const both = await Promise.all([1, 2].map(() => send('POST /books', { token, body })));
    return says(both.filter(({ status }) => status === 201).length === 1);
  },
  'always-sent-again': on('POST /books', async (send, path) => {
    const { headers } = await send(`GET ${path}`);
    return verdict(await send(`GET ${path}`, { headers: { 'If-None-Match': headers.get('etag')! } }), 304);
  }),
  'cancelled-in-words-only': async (send) => {
    const body = anOrder(await make(send, 'POST /books', aBook()));
    const path = `/orders/${await make(send, 'POST /orders', body)}`;
    await send(`POST ${path}/cancellation`, { token });
    return says((await send(`GET ${path}`, { token })).body['status'] === 'cancelled');
  },
  'book-of-nobody': async (send) => {
    const { body } = await send('POST /books', { token, body: aBook() });
    return verdict(await send(`GET /authors/${String(body['authorId'])}`), 200);
  },
};
