import { element, plural } from './elements.js';

/** So many entries are shown at first, and more at each request: a page of ten thousand is slow to lay out. */
const atOnce = 100;

/**
 * Shows the first of many entries, and a button for more.
 *
 * @template Item
 * @param {Element} place where to
 * @param {readonly Item[]} items
 * @param {{ noun: string, show: (item: Item) => Node, told?: string, wrap?: () => { all: HTMLElement, entries: HTMLElement } }} how
 * `wrap` makes what stands around the entries, such as a table and its body; `told` is said behind their number
 */
export function showList(place, items, { noun, show, told = '', wrap }) {
  const { all, entries } = wrap ? wrap() : both(element('div.entries'));
  const count = element(
    'p.count',
    {},
    items.length === 0 ? `No ${noun}s.` : plural(items.length, noun) + told,
  );
  const more = element('button.more', { type: 'button' });
  let shown = 0;
  const grow = () => {
    const next = items.slice(shown, shown + atOnce);
    entries.append(...next.map(show));
    shown += next.length;
    const left = items.length - shown;
    more.hidden = left === 0;
    more.textContent = `Show ${Math.min(left, atOnce)} of ${left.toLocaleString('en')} more`;
  };
  more.addEventListener('click', grow);
  grow();
  place.replaceChildren(count, ...(items.length === 0 ? [] : [all]), more);
}

/** @param {HTMLElement} one that is both around the entries and what holds them */
function both(one) {
  return { all: one, entries: one };
}
