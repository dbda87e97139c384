import { admin } from '../../../specs/bookshop/seeds.ts';
import { aBook, anAuthor, anIsbn, anOrder } from '../bookshop-things.ts';
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
  'create-answers-another-name': async (send) =>
    says((await send('POST /authors', { token, body: anAuthor })).body['name'] === anAuthor.name),
  'put-answers-what-was': on('POST /authors', async (send, path) => {
    const name = 'Octavia Butler';
    const { body } = await send(`PUT ${path}`, { token, body: { ...anAuthor, name } });
    return says(body['name'] === name);
  }),
  'refused-author-is-kept': async (send) => {
    const name = `Nobody ${anIsbn()}`;
    await send('POST /authors', { token, body: { ...anAuthor, name, pseudonyms: ['a', 'b', 'c', 'd'] } });
    const pages = await Promise.all(
      [0, 100].map((offset) => send(`GET /authors?limit=100&offset=${offset}`)),
    );
    return says(!JSON.stringify(pages.map(({ body }) => body)).includes(name));
  },
  'put-in-two-steps': on('POST /books', async (send, path) => {
    const change = (title: string, pages: number) =>
      send(`PUT ${path}`, { token, body: aBook({ title, pages }) });
    await Promise.all([change('One', 101), change('Other', 202)]);
    const { body } = await send(`GET ${path}`);
    return says((body['title'] === 'One') === (body['pages'] === 101));
  }),
  'etag-is-looked-at-too-early': on('POST /books', async (send, path) => {
    const tag = (await send(`GET ${path}`)).headers.get('etag')!;
    const both = await Promise.all(
      ['One', 'Other'].map((title) =>
        send(`PUT ${path}`, { token, body: aBook({ title }), headers: { 'If-Match': tag } }),
      ),
    );
    return says(both.filter(({ status }) => status === 200).length === 1);
  }),
  'pages-of-an-author-skip-one': on('POST /authors', async (send, path) => {
    const authorId = path.split('/').at(-1);
    for (const title of ['One', 'Two', 'Three'])
      await send('POST /books', { token, body: aBook({ title, authorId }) });
    const pages = await Promise.all(
      [0, 1, 2].map((offset) => send(`GET ${path}/books?limit=1&offset=${offset}`)),
    );
    const all = JSON.stringify(pages.map(({ body }) => body));
    return says(['One', 'Two', 'Three'].every((title) => all.includes(`"${title}"`)));
  }),
};
