import { admin, reader } from '../../../specs/bookshop/seeds.ts';
import { anAuthor } from '../bookshop-things.ts';
import { orderOfAnother } from './new-things.ts';
import { probe, type Probe } from './probe.ts';

const { token } = admin;
const nobody = '00000000-0000-4000-8000-000000000000';

const wrongPassword = probe(401, 'POST /sessions', { body: { email: reader.email, password: 'wrong' } });

/** Probes of mutants that let in whom the contract keeps out, or the reverse. */
export const accessProbes: Readonly<Record<string, Probe>> = {
  'open-authors': probe(401, 'POST /authors', { body: anAuthor }),
  'open-removal': probe(401, 'DELETE /books/bk_000000000000'),
  'any-token': probe(401, 'GET /orders', { token: 'malformed' }),
  'any-scheme': probe(401, 'GET /orders', { headers: { Authorization: `Basic ${token}` } }),
  'tokens-for-ever': probe(401, 'GET /orders', { token: admin.expiredToken }),
  'readers-add-authors': probe(403, 'POST /authors', { token: reader.token, body: anAuthor }),
  'no-challenge': wrongPassword,
  'unknown-author-is-empty': probe(404, `GET /authors/${nobody}`),
  'unknown-book-is-a-crash': probe(404, 'GET /books/bk_000000000000'),
  'unknown-order-is-gone': probe(404, 'DELETE /orders/2147483647', { token }),
  'any-password': wrongPassword,
  'anybody-cancels-orders': orderOfAnother('DELETE'),
};
