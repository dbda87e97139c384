import { plan } from './data.js';
import { breakable, element } from './elements.js';

/** Columns in front of those of the kinds, of which there may be too many to see all. */
const ahead = 3;

/**
 * The table of operations and kinds. One of its cells can be reached with Tab, the others with the arrow keys (the grid
 * pattern of the ARIA Authoring Practices); a click or Enter chooses.
 *
 * @param {{ name: string, counts: readonly number[], coverage?: Record<string, number> }[]} rows
 * @param {(name: string, kind: string | undefined) => void} choose
 * @returns {{ table: HTMLElement, filter: (isShown: (index: number) => boolean) => void }} `filter` hides the other rows
 */
export function heatMap(rows, choose) {
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const heading = (name) => element('th', { scope: 'col' }, element('span', {}, name));
  const head = element('tr', {}, ...['operation', 'cases', 'covered', ...plan.kinds].map(heading));
  const body = element('tbody', {}, ...rows.map((row) => heatRow(row, most)));
  const table = element('table.heat', { role: 'grid', 'aria-label': 'Operations and kinds' });
  table.append(element('thead', {}, head), body);
  body.rows[0]?.cells[0].setAttribute('tabindex', '0');
  const chosen = (cell) => {
    if (cell !== null)
      choose(rows[cell.parentElement.sectionRowIndex].name, plan.kinds[cell.cellIndex - ahead]);
  };
  body.addEventListener('click', ({ target }) => chosen(target.closest('td, th')));
  body.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') chosen(event.target.closest('td, th'));
    else if (!move(event.target.closest('td, th'), event.key)) return;
    event.preventDefault();
  });
  return { table, filter: (isShown) => filter([...body.rows], isShown) };
}

function heatRow({ name, counts, coverage }, most) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, ...breakable(name)),
    element('td', {}, String(total)),
    coverage ? coverageCell(coverage) : element('td', {}),
    // The eye tells few from many by their logarithm.
    ...counts.map((count) =>
      count === 0
        ? element('td.none', {}, '·')
        : element(
            'td.hot',
            { style: `--heat: ${(Math.log1p(count) / Math.log1p(most)).toFixed(2)}` },
            String(count),
          ),
    ),
  );
}

function coverageCell({ covered, pending, excused, uncovered }) {
  const all = covered + pending + uncovered;
  const percent = all === 0 ? undefined : Math.floor((100 * (covered + pending)) / all);
  const told = `${covered} covered, ${pending} pending, ${excused} excused, ${uncovered} uncovered`;
  return element('td', { title: told }, percent === undefined ? '–' : `${percent} %`);
}

/** The cell that Tab reaches must be one that is shown. */
function filter(rows, isShown) {
  for (const [index, row] of rows.entries()) row.hidden = !isShown(index);
  const first = rows.find((row) => !row.hidden);
  for (const cell of rows.flatMap((row) => [...row.querySelectorAll('[tabindex]')]))
    cell.removeAttribute('tabindex');
  first?.cells[0].setAttribute('tabindex', '0');
}

const columnSteps = { ArrowLeft: -1, ArrowRight: 1 };
const rowSteps = { ArrowUp: 'previousElementSibling', ArrowDown: 'nextElementSibling' };

/** Moves the focus to a neighbour; whether there is one. */
function move(cell, key) {
  let row = cell.parentElement;
  const next = rowSteps[key];
  if (next !== undefined) {
    do row = row[next];
    while (row?.hidden);
  } else if (columnSteps[key] === undefined) return false;
  const target = row?.cells[cell.cellIndex + (columnSteps[key] ?? 0)];
  if (target === undefined) return false;
  cell.removeAttribute('tabindex');
  target.setAttribute('tabindex', '0');
  target.focus();
  return true;
}
