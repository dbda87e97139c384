import { graphOf } from './edges.ts';
import type { Plan } from './plan.ts';

/** What produces what as a Mermaid flowchart; what is only likely is dotted. */
export function printMermaid(plan: Plan): string {
  const { nodes, edges } = graphOf(plan);
  const idOf = new Map(nodes.map((name, index) => [name, `o${index + 1}`]));
  return [
    'flowchart LR',
    ...nodes.map((name) => `  ${idOf.get(name)}["${escaped(name)}"]`),
    ...edges.map(({ from, to, labels, isCertain }) => {
      const arrow = isCertain ? '-->' : '-.->';
      return `  ${idOf.get(from)} ${arrow}|"${labels.map(escaped).join('<br>')}"| ${idOf.get(to)}`;
    }),
    '',
  ].join('\n');
}

/** Text between quotes: everything that is markup there as an entity. */
function escaped(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N} /.,:()_-]/gu, (one) => `#${one.codePointAt(0)!};`);
}
