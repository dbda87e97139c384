import pluralize from 'pluralize';
import { answeredOnce, answeredOnceOf } from './remembered.ts';
import { wordsOf, type Words } from './words.ts';

/** `Books` → `['book']`, `order-lines` → `['order', 'line']`. */
export const singular = answeredOnceOf((text): Words => {
  const words = wordsOf(text);
  return words.map((word, index) => (index === words.length - 1 ? singularOf(word) : word));
});

/** Each word is looked up once: `pluralize` tries some hundred expressions. */
const singularOf = answeredOnceOf((word) => pluralize.singular(word));

/** Several of a thing, in words: `['order', 'item']` → `order items`. */
export const plural = answeredOnce((name: Words): string => pluralize(name.join(' ')));
