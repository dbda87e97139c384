import { herbert } from '../../specs/bookshop/seeds.ts';

let count = 0;

/** Thirteen digits that no other book of this run has. */
export const anIsbn = () => `979${String((count += 1)).padStart(10, '0')}`;

export const anAuthor = {
  name: 'Ann Leckie',
  country: 'US',
  born: '1966-03-02',
  website: 'https://ann.example/',
  pseudonyms: ['A. L.'],
};

/** A good new book, but for the changes. */
export const aBook = (changes: Readonly<Record<string, unknown>> = {}) => ({
  isbn: anIsbn(),
  title: 'Children of Dune',
  subtitle: 'The third of six',
  authorId: herbert,
  price: 9.5,
  pages: 444,
  language: 'en',
  tags: ['classic'],
  discount: { percent: 10, until: '2031-12-31T23:59:59Z' },
  ...changes,
});

/** A good new order of two of a book. */
export const anOrder = (bookId: string) => ({
  items: [{ bookId, quantity: 2 }],
  payment: { kind: 'card', holder: 'Ada', number: '4111111111111111', securityCode: '123', expires: '08/31' },
  delivery: { method: 'post', address: { street: '1 Harbour Road', city: 'Porto', country: 'PT' } },
});
