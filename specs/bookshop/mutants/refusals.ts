import { reads, type Mutant } from '../../service/fault.ts';

const schemas = '/components/schemas';
const book = `${schemas}/Book/properties`;
const cover = '/paths/~1books~1{bookId}~1cover/put/requestBody/content/multipart~1form-data/encoding/image';

/** Mutants that refuse what the contract allows. */
export const refusalMutants: readonly Mutant[] = [
  {
    name: 'no-e-books',
    summary: 'A value of an enum is refused',
    fault: 'POST and PUT of a book refuse the binding ebook instead of taking it',
    kills: [
      'create-book/happy/body/binding/enum/ebook',
      'create-book/happy/example/ebook',
      'replace-book/happy/body/binding/enum/ebook',
    ],
    put: reads(`${book}/binding/enum`, ['hardcover', 'paperback']),
  },
  {
    name: 'price-below-its-maximum',
    summary: 'An inclusive maximum is taken for an exclusive one',
    fault: 'POST and PUT of a book refuse a price of 1000 instead of taking it',
    kills: ['create-book/happy/body/price/at-maximum', 'replace-book/happy/body/price/at-maximum'],
    put: reads(`${book}/price`, {
      type: 'number',
      exclusiveMinimum: 0,
      exclusiveMaximum: 1000,
      multipleOf: 0.5,
    }),
  },
  {
    name: 'title-of-150',
    summary: 'A text of the greatest length is refused',
    fault: 'POST and PUT of a book refuse a title of 200 characters instead of taking it',
    kills: ['create-book/happy/body/title/longest', 'replace-book/happy/body/title/longest'],
    put: reads(`${book}/title/maxLength`, 150),
  },
  {
    name: 'four-tags',
    summary: 'A list of the greatest length is refused',
    fault: 'POST and PUT of a book refuse five tags instead of taking them',
    kills: ['create-book/happy/body/tags/most-items', 'replace-book/happy/body/tags/most-items'],
    put: reads(`${book}/tags/maxItems`, 4),
  },
  {
    name: 'coupon-or-nothing',
    summary: 'Null is refused where it is allowed',
    fault: 'POST /orders refuses a coupon of null instead of taking it',
    kills: ['create-order/happy/body/coupon/null'],
    put: reads(`${schemas}/Order/properties/coupon/type`, 'string'),
  },
  {
    name: 'cards-only',
    summary: 'An alternative of a oneOf is refused',
    fault: 'POST /orders refuses payment by invoice instead of taking it',
    kills: ['create-order/happy/body/payment/InvoicePayment*', 'sell-a-book/workflow'],
    put: reads(`${schemas}/Payment/oneOf`, [{ $ref: '#/components/schemas/CardPayment' }]),
  },
  {
    name: 'no-titles-from-z',
    summary: 'A value of the enum of a query parameter is refused',
    fault: 'GET /books refuses the order -title instead of taking it',
    kills: ['list-books/happy/query/sort/enum/-title', 'list-books/sorting/query/sort/title'],
    put: reads('/paths/~1books/get/parameters/9/schema/enum', [
      'title',
      'price',
      '-price',
      'createdAt',
      '-createdAt',
    ]),
  },
  {
    name: 'no-jpeg-covers',
    summary: 'A media type of a part is refused',
    fault: 'PUT /books/{bookId}/cover refuses a JPEG instead of taking it',
    kills: ['replace-cover/upload/body/image/image/jpeg'],
    put: reads(`${cover}/contentType`, 'image/png'),
  },
];
