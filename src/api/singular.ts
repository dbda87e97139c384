import pluralize from 'pluralize';
import { wordsOf, type Words } from './words.ts';

/** `Books` → `['book']`, `order-lines` → `['order', 'line']`. */
export function singular(text: string): Words {
  const words = wordsOf(text);
  return words.map((word, index) => (index === words.length - 1 ? singularOf(word) : word));
}

const singulars = new Map<string, string>();

/** Each word is looked up once: `pluralize` tries some hundred expressions. */
function singularOf(word: string): string {
  const found = singulars.get(word) ?? pluralize.singular(word);
  singulars.set(word, found);
  return found;
}

/** Several of a thing, in words: `['order', 'item']` → `order items`. */
export function plural(name: Words): string {
  return pluralize(name.join(' '));
}
