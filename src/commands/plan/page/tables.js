import { elements, haystacks, plan, text } from './data.js';
import { breakable, element } from './elements.js';
import { showList } from './lists.js';

/** What an element of the contract can have become. */
export const states = ['uncovered', 'pending', 'excused', 'covered'];

/** How many cases of an element are named. */
const few = 4;

/**
 * The elements of the contract that a filter lets through, each with its cases or the reason why it has none.
 *
 * @param {Element} place
 * @param {(haystack: string, operation: string) => boolean} isWanted
 * @param {ReadonlySet<string>} shown states
 */
export function showElements(place, isWanted, shown) {
  const wanted = elements.filter(
    ({ haystack, operation, state }) => shown.has(state) && isWanted(haystack, operation),
  );
  showList(place, wanted, {
    noun: 'element',
    wrap: () => tableOf('operation', 'what', 'where', 'state', 'cases, or the reason why there are none'),
    show: ({ operation, words, at, state, by, reason }) =>
      row(
        element('code', {}, ...breakable(operation)),
        words,
        element('code.at', {}, at),
        element(`span.badge.${state}`, {}, state),
        by.length > 0 ? caseLinks(by) : reason,
      ),
  });
}

function caseLinks(ids) {
  const links = ids
    .slice(0, few)
    .flatMap((id) => [
      element('a', { href: `#case=${encodeURIComponent(id)}` }, element('code', {}, id)),
      ' ',
    ]);
  return element('span', {}, ...links, ids.length > few ? `and ${ids.length - few} more` : '');
}

/** @param {Element} place @param {(haystack: string, operation: string) => boolean} isWanted */
export function showGaps(place, isWanted) {
  const wanted = plan.gaps.filter(([, , operation], index) =>
    isWanted(haystacks.gaps[index], text(operation)),
  );
  showList(place, wanted, {
    noun: 'gap',
    wrap: () => tableOf('operation', 'code', 'where', 'reason'),
    show: ([code, reason, operation, at]) =>
      row(
        element('code', {}, ...breakable(text(operation))),
        element('span.badge', {}, text(code)),
        element('code.at', {}, at),
        text(reason),
      ),
  });
}

/** @param {Element} place @param {(haystack: string, operation: string) => boolean} isWanted */
export function showDependencies(place, isWanted) {
  const wanted = plan.dependencies.filter(
    ([operation, , producer], index) =>
      isWanted(haystacks.dependencies[index], text(operation)) ||
      isWanted(haystacks.dependencies[index], text(producer)),
  );
  showList(place, wanted, {
    noun: 'need',
    wrap: () => tableOf('operation', 'takes', 'from', 'found by'),
    show: ([operation, need, producer, by]) =>
      row(
        element('code', {}, ...breakable(text(operation))),
        text(need),
        element('code', {}, ...breakable(text(producer))),
        text(by),
      ),
  });
}

function tableOf(...columns) {
  const entries = element('tbody');
  const head = element('tr', {}, ...columns.map((name) => element('th', { scope: 'col' }, name)));
  const table = element('table.wide', {}, element('thead', {}, head), entries);
  return { all: element('div.scroll', {}, table), entries };
}

function row(...cells) {
  return element('tr', {}, ...cells.map((cell) => element('td', {}, cell)));
}
