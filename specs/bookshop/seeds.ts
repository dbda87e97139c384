import { addAuthor } from './authors.ts';
import { addBook } from './books.ts';
import { addCustomer } from './customers.ts';
import { addSession } from './sessions.ts';
import type { Store } from './store.ts';

/** Somebody whom the shop knows from its first moment. Their sessions never end, but the one that has ended. */
export interface SeededCustomer {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly token: string;
  readonly expiredToken: string;
}

export const admin: SeededCustomer = {
  name: 'The Keeper',
  email: 'admin@bookshop.example',
  password: 'correct-horse-1',
  token: 'standing-admin-token-of-the-bookshop',
  expiredToken: 'expired-admin-token-of-the-bookshop',
};

export const reader: SeededCustomer = {
  name: 'A Reader',
  email: 'reader@bookshop.example',
  password: 'open-sesame-1',
  token: 'standing-reader-token-of-the-bookshop',
  expiredToken: 'expired-reader-token-of-the-bookshop',
};

/** A second customer, who owns nothing of the first. */
export const otherReader: SeededCustomer = {
  name: 'Another Reader',
  email: 'other@bookshop.example',
  password: 'open-sesame-2',
  token: 'standing-other-token-of-the-bookshop',
  expiredToken: 'expired-other-token-of-the-bookshop',
};

/** The author of the contract's examples. */
export const herbert = '5f0c3a51-6d3e-4b0a-9a37-3c5f0a1b2c01';

const authors = [
  [herbert, { name: 'Frank Herbert', country: 'US', born: '1920-10-08', pseudonyms: [] }],
  [
    '5f0c3a51-6d3e-4b0a-9a37-3c5f0a1b2c02',
    { name: 'Stanisław Lem', country: 'PL', born: '1921-09-12', pseudonyms: [] },
  ],
] as const;

const books = [
  {
    isbn: '9780575097933',
    title: 'The Dosadi Experiment',
    price: 8,
    pages: 336,
    language: 'en',
    stock: 3,
    tags: ['classic'],
  },
  {
    isbn: '9780765334237',
    title: 'The White Plague',
    price: 12.5,
    pages: 512,
    language: 'en',
    stock: 0,
    tags: [],
  },
  {
    isbn: '9783548234953',
    title: 'Hellstrøms Brut',
    price: 7,
    pages: 320,
    language: 'de',
    stock: 1,
    tags: ['classic', 'insects'],
  },
];

/**
 * Puts in what is there from the beginning.
 *
 * @param complete Puts the defaults of absent members into a book.
 */
export function seed(store: Store, complete: (book: object) => object): void {
  for (const person of [admin, reader, otherReader]) {
    const row = addCustomer(store, { ...person, newsletter: false }, person === admin ? 'admin' : 'customer');
    const id = String(row['id']);
    addSession(store, id, { token: person.token, expiresAt: new Date('2999-12-31') });
    addSession(store, id, { token: person.expiredToken, expiresAt: new Date('2001-01-01') });
  }
  for (const [id, author] of authors) addAuthor(store, author, id);
  for (const book of books) addBook(store, complete({ ...book, authorId: herbert }));
}
