import { author, book, order } from './new-things.ts';
import { probe, type Probe } from './probe.ts';

/** Probes of mutants that take what the contract refuses. */
export const inputProbes: Readonly<Record<string, Probe>> = {
  'title-not-demanded': book({ title: undefined }),
  'street-not-demanded': order({ delivery: { method: 'post', address: { city: 'Porto', country: 'PT' } } }),
  'country-not-demanded': author({ country: undefined }),
  'pages-of-any-type': book({ pages: 'many' }),
  'title-may-be-null': book({ title: null }),
  'price-without-maximum': book({ price: 1000.5 }),
  'price-may-be-zero': book({ price: 0 }),
  'price-of-any-step': book({ price: 9.25 }),
  'stock-below-zero': book({ stock: -1 }),
  'title-may-be-empty': book({ title: '' }),
  'title-of-any-length': book({ title: 'x'.repeat(201) }),
  'order-of-nothing': order({ items: [] }),
  'tags-without-end': book({ tags: ['aa', 'bb', 'cc', 'dd', 'ee', 'ff'] }),
  'tags-may-repeat': book({ tags: ['aa', 'aa'] }),
  'any-binding': book({ binding: 'scroll' }),
  'any-isbn': book({ isbn: 'none' }),
  'born-on-any-day': author({ born: 'yesterday' }),
  'undeclared-members-taken': author({ mood: 'good' }),
  'message-without-wrap': order({ giftMessage: 'Hi' }),
  'attributes-of-any-name': book({ attributes: { '!': 'x' } }),
  'invoice-without-email': order({ payment: { kind: 'invoice' } }),
  'invoice-due-any-day': order({ payment: { kind: 'invoice', email: 'a@reader.example', dueInDays: 31 } }),
  'invoice-may-have-surprises': order({ payment: { kind: 'invoice', email: 'a@reader.example', mood: 'x' } }),
  'courier-without-address': order({ delivery: { method: 'courier' } }),
  'limit-without-maximum': probe(400, 'GET /authors?limit=101'),
  'any-sort': probe(400, 'GET /books?sort=pages'),
};
