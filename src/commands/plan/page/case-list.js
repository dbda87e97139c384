import { plan, text } from './data.js';
import { breakable, element, plural } from './elements.js';
import { showList } from './lists.js';

/**
 * Cases, each of which opens to its requests and promises.
 *
 * @param {Element} place
 * @param {readonly number[]} numbers of cases
 * @param {string | undefined} open the id of the case that is shown open, or of one of its rows
 */
export function showCases(place, numbers, open) {
  const counted = numbers.reduce((sum, number) => sum + Math.max(1, plan.cases[number].rows.length), 0);
  showList(place, numbers, {
    noun: 'case',
    // A row of a table is a case of its own in every other number.
    told: counted === numbers.length ? '' : `, ${counted.toLocaleString('en')} with their rows`,
    show: (number) => caseEntry(plan.cases[number], open),
  });
}

/** Whether an id is a case's own or that of one of its rows. */
export function isOf({ id, rows }, wanted) {
  return id === wanted || rows.some(([rowId]) => rowId === wanted);
}

function caseEntry(one, open) {
  const { id, title, kind, strength, about, isPending, rows } = one;
  const entry = element(
    'details.case',
    { 'data-id': id },
    element(
      'summary',
      {},
      element('code.about', {}, ...breakable(text(about))),
      ' ',
      element('span.title', {}, title),
      ' ',
      element('span.badge', {}, kind),
      ' ',
      element(`span.badge.${strength}`, {}, strength),
      ...(rows.length > 0 ? [' ', element('span.badge', {}, plural(rows.length, 'row'))] : []),
      ...(isPending ? [' ', element('span.badge.pending', {}, 'pending')] : []),
    ),
  );
  const fill = () => {
    if (entry.childElementCount === 1) entry.append(...caseBody(one, open));
  };
  entry.addEventListener('toggle', fill);
  // A page that is printed shows what is open, and what is opened for it.
  entry.addEventListener('fill', fill);
  if (open !== undefined && isOf(one, open)) {
    fill();
    entry.open = true;
  }
  return entry;
}

function caseBody({ id, at, steps, columns, rows }, open) {
  return [
    element('p.meta', {}, element('code', {}, id), ` at ${at}`),
    ...steps.map(([request, promise], index) =>
      element(
        'div.step',
        {},
        ...(steps.length > 1 ? [element('h4', {}, `Step ${index + 1}`)] : []),
        element('pre', {}, text(request)),
        element('p.promise', {}, element('strong', {}, 'answers '), text(promise)),
      ),
    ),
    ...(rows.length > 0
      ? [element('p.note', {}, 'Each row changes the request as it says.'), rowTable({ columns, rows }, open)]
      : []),
  ];
}

function rowTable({ columns, rows }, open) {
  return element(
    'div.scroll',
    {},
    element(
      'table.rows',
      {},
      element(
        'thead',
        {},
        element('tr', {}, ...['row', ...columns, 'id'].map((name) => element('th', { scope: 'col' }, name))),
      ),
      element(
        'tbody',
        {},
        ...rows.map(([rowId, label, cells]) =>
          element(
            rowId === open ? 'tr.open' : 'tr',
            {},
            element('td', {}, label),
            ...cells.map((cell) => element('td', {}, element('code', {}, cell))),
            element('td', {}, element('code', {}, rowId)),
          ),
        ),
      ),
    ),
  );
}
