// What is imported here are texts, not modules.
/* oxlint-disable import/default, import/no-named-as-default */
import caseList from './case-list.js?raw';
import data from './data.js?raw';
import elements from './elements.js?raw';
import heatMap from './heat-map.js?raw';
import lists from './lists.js?raw';
import main from './page.js?raw';
import tables from './tables.js?raw';

export { default as html } from './page.html?raw';
export { default as style } from './page.css?raw';

/** Modules of the page, each behind those that it imports. */
export const modules = [elements, data, lists, heatMap, caseList, tables, main];
