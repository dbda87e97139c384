import { isOf, showCases } from './case-list.js';
import { elements, haystacks, plan, text } from './data.js';
import { element, plural } from './elements.js';
import { heatMap } from './heat-map.js';
import { showDependencies, showElements, showGaps, states } from './tables.js';

const find = (selector) => document.querySelector(selector);
const search = find('#search');
const shownStates = new Set(['uncovered', 'pending']);

/** What is looked for: words, an operation or a story, a kind, and one case that is open. Kept in the address. */
let wanted = {};

find('h1').textContent = plan.title;
find('.spec').textContent = plan.spec;
find('#coverage-line').textContent = plan.coverageLine;
const heatRows = [...plan.operations, ...plan.stories];
const heat = heatMap(heatRows, (about, kind) => go({ about, kind }, '#cases'));
const heatWords = heatRows.map(({ name, summary = '' }) => `${name} ${summary}`.toLowerCase());
find('#heat').append(heat.table);
showSummary();
showStates();
read();

function showSummary() {
  const { covered, pending, uncovered } = plan.coverage;
  const all = covered + pending + uncovered;
  const facts = [
    [plan.operations.length.toLocaleString('en'), 'operations'],
    [sumOf(() => true), 'cases'],
    [sumOf(({ isPending }) => isPending), 'pending cases'],
    [plan.gaps.length.toLocaleString('en'), 'gaps'],
    [all === 0 ? '–' : `${Math.floor((100 * (covered + pending)) / all)} %`, 'of the contract covered'],
    [uncovered.toLocaleString('en'), 'uncovered elements'],
  ];
  const tiles = facts.map(([number, noun]) =>
    element('div', {}, element('dt', {}, noun), element('dd', {}, number)),
  );
  find('#summary').replaceChildren(
    element('dl.facts', {}, ...tiles),
    element('p.note', {}, `${plan.headline}.`),
  );
}

/** Cases, rows counted. */
function sumOf(isCounted) {
  const counted = plan.cases.filter(isCounted);
  return counted.reduce((sum, { rows }) => sum + Math.max(1, rows.length), 0).toLocaleString('en');
}

function showStates() {
  const count = (state) => elements.filter((one) => one.state === state).length;
  for (const state of states) {
    const box = element('input', { type: 'checkbox', value: state, checked: shownStates.has(state) });
    box.addEventListener('change', () => {
      if (box.checked) shownStates.add(state);
      else shownStates.delete(state);
      showCoverage();
    });
    find('#states').append(element('label', {}, box, ` ${state} (${count(state).toLocaleString('en')})`));
  }
}

/** Words that all occur; an operation or story, where one was chosen. */
function isWanted(haystack, about) {
  const { words = [], about: chosen } = wanted;
  return (chosen === undefined || about === chosen) && words.every((word) => haystack.includes(word));
}

function show() {
  const { kind, open } = wanted;
  const isShown = (one, index) =>
    open !== undefined
      ? isOf(one, open)
      : (kind === undefined || one.kind === kind) && isWanted(haystacks.cases[index], text(one.about));
  const numbers = plan.cases.flatMap((one, index) => (isShown(one, index) ? [index] : []));
  showCases(find('#cases .list'), numbers, open);
  showHeat(new Set(numbers.map((number) => text(plan.cases[number].about))));
  showCoverage();
  showGaps(find('#gaps .list'), isWanted);
  showDependencies(find('#dependencies .list'), isWanted);
  showFilters(numbers.length);
}

/** Rows that have a case that is looked for, or are themselves. */
function showHeat(withCases) {
  const isAll = wanted.about === undefined && wanted.open === undefined && (wanted.words ?? []).length === 0;
  heat.filter((index) => {
    const { name } = heatRows[index];
    return isAll || withCases.has(name) || isWanted(heatWords[index], name);
  });
}

function showCoverage() {
  showElements(find('#coverage .list'), isWanted, shownStates);
}

function showFilters(count) {
  const { about, kind, open, words = [] } = wanted;
  const told = [about, kind, open].filter((part) => part !== undefined);
  const clear = element('button', { type: 'button' }, 'Clear');
  clear.addEventListener('click', () => {
    search.value = '';
    go({});
    search.focus();
  });
  const isFiltered = told.length > 0 || words.length > 0;
  find('#filters').replaceChildren(
    ...(isFiltered
      ? [`${plural(count, 'case')}${told.length > 0 ? ` of ${told.join(', ')}` : ''} `, clear]
      : []),
  );
}

/** Looks for something else, and says so in the address. */
function go(next, section) {
  wanted = next;
  const said = new URLSearchParams();
  if (next.words?.length > 0) said.set('q', next.words.join(' '));
  if (next.about !== undefined) said.set('about', next.about);
  if (next.kind !== undefined) said.set('kind', next.kind);
  if (next.open !== undefined) said.set('case', next.open);
  history.replaceState(null, '', `#${said}`);
  show();
  if (section !== undefined) find(section).scrollIntoView();
}

/** Reads what is looked for from the address; a name of a section is left to the browser. */
function read() {
  const said = new URLSearchParams(location.hash.slice(1));
  const q = said.get('q') ?? '';
  const open = said.get('case') ?? undefined;
  search.value = q;
  wanted = {
    words: wordsOf(q),
    about: said.get('about') ?? undefined,
    kind: said.get('kind') ?? undefined,
    open,
  };
  show();
  if (open !== undefined) find('#cases').scrollIntoView();
}

function wordsOf(input) {
  return input
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

let waiting;
search.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => go({ ...wanted, open: undefined, words: wordsOf(search.value) }), 120);
});
find('.search').addEventListener('submit', (event) => event.preventDefault());
addEventListener('hashchange', () => {
  if (document.getElementById(location.hash.slice(1)) === null) read();
});
addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target.closest('input') !== null) return;
  event.preventDefault();
  search.focus();
});

// What is printed is what is found: its cases open.
let opened = [];
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('details.case:not([open])')];
  for (const entry of opened) {
    entry.dispatchEvent(new Event('fill'));
    entry.open = true;
  }
});
addEventListener('afterprint', () => {
  for (const entry of opened) entry.open = false;
});
