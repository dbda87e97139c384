import { reader } from '../../../specs/bookshop/seeds.ts';
import { book, cover, order } from './new-things.ts';
import { probe, type Probe } from './probe.ts';

/** Probes of mutants that refuse what the contract allows. */
export const refusalProbes: Readonly<Record<string, Probe>> = {
  'no-e-books': book({ binding: 'ebook' }, 201),
  'price-below-its-maximum': book({ price: 1000 }, 201),
  'title-of-150': book({ title: 'x'.repeat(200) }, 201),
  'four-tags': book({ tags: ['aa', 'bb', 'cc', 'dd', 'ee'] }, 201),
  'coupon-or-nothing': order({ coupon: null }, 201),
  'cards-only': order({ payment: { kind: 'invoice', email: reader.email } }, 201),
  'no-titles-from-z': probe(200, 'GET /books?sort=-title'),
  'no-jpeg-covers': cover(new Blob(['a picture'], { type: 'image/jpeg' }), 200),
};
