import { pageDataOf } from './page-data.ts';
import { html, modules, style } from './page/files.ts';
import type { Plan } from './plan.ts';

/**
 * A plan as one HTML page that needs nothing else: its style, its script and its data are in it, and its policy forbids
 * it to load anything. Text of the contract is data throughout.
 */
export function printPage(plan: Plan): string {
  const parts: Readonly<Record<string, string>> = {
    title: escaped(`Test plan: ${plan.title}`),
    style,
    script: joined(modules),
    data: embedded(pageDataOf(plan)),
  };
  return html.replaceAll(/<!-- (\w+) -->/g, (hole, name: string) => parts[name] ?? hole);
}

/** Modules as one: what they import from each other is already there. */
function joined(texts: readonly string[]): string {
  return texts
    .map((text) => text.replaceAll(/^import [^;]+;\n/gm, '').replaceAll(/^export /gm, ''))
    .join('\n');
}

/** JSON that can't end the script element that it stands in (HTML §4.12.1.3). */
function embedded(json: unknown): string {
  return JSON.stringify(json).replaceAll('<', String.raw`\u003c`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
