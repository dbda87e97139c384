import { admin, reader } from '../../../specs/bookshop/seeds.ts';
import { anAuthor, anIsbn } from '../bookshop-things.ts';
import { on, order } from './new-things.ts';
import { probe, verdict, type Probe } from './probe.ts';

const { token } = admin;

const reads = (line: 'POST /authors' | 'POST /books') =>
  on(line, async (send, path) => verdict(await send(`GET ${path}`), 200));

/** Probes of mutants that answer what the contract does not promise. */
export const answerProbes: Readonly<Record<string, Probe>> = {
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
};
