import { admin } from '../../../specs/bookshop/seeds.ts';
import { anAuthor } from '../bookshop-things.ts';
import { cover, on } from './new-things.ts';
import { probe, says, verdict, type Probe } from './probe.ts';

const { token } = admin;

/** Allow names what the path declares, and what it has without declaring it. */
const allows =
  (line: 'PATCH /books' | 'OPTIONS /books'): Probe =>
  async (send) =>
    says((await send(line)).headers.get('allow') === 'GET, HEAD, OPTIONS, POST');

/** Probes of mutants that read what cannot be read, break on it, or mistake one method for another. */
export const protocolProbes: Readonly<Record<string, Probe>> = {
  'malformed-is-a-crash': probe(400, 'POST /authors', {
    token,
    headers: { 'Content-Type': 'application/json' },
    body: '{"name":',
  }),
  'authors-in-plain-text': probe(415, 'POST /authors', {
    token,
    headers: { 'Content-Type': 'text/plain' },
    body: JSON.stringify(anAuthor),
  }),
  'twice-is-a-crash': probe(400, 'GET /books?limit=1&limit=2'),
  'unacceptable-is-a-crash': probe(200, 'GET /books', { headers: { Accept: 'application/x-nothing' } }),
  'accept-is-a-crash': on('POST /books', async (send, path) =>
    verdict(await send(`GET ${path}/cover`, { headers: { Accept: 'image/jpeg' } }), 200),
  ),
  'patch-is-get': on('POST /authors', async (send, path) =>
    says((await send(`PATCH ${path}`, { token })).status === 405),
  ),
  'refuses-without-allow': allows('PATCH /books'),
  'allows-less': allows('OPTIONS /books'),
  'prices-turned-round': probe(400, 'GET /books?minPrice=2&maxPrice=1'),
  'covers-of-any-kind': cover(new Blob(['a text'], { type: 'text/plain' }), 422),
  'empty-covers': cover(new Blob([], { type: 'image/png' }), 422),
};
