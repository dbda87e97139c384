import { graphOf } from './edges.ts';
import type { Plan } from './plan.ts';

/** What produces what in the language of Graphviz; what is only likely is dashed. */
export function printDot(plan: Plan): string {
  const { nodes, edges } = graphOf(plan);
  return [
    `digraph ${quoted(plan.title)} {`,
    '  rankdir=LR;',
    '  node [shape=box, fontname="sans-serif"];',
    ...nodes.map((name) => `  ${quoted(name)};`),
    ...edges.map(
      ({ from, to, labels, isCertain }) =>
        `  ${quoted(from)} -> ${quoted(to)} [label=${quoted(labels.join('\n'))}${isCertain ? '' : ', style=dashed'}];`,
    ),
    '}',
    '',
  ].join('\n');
}

/** A string of DOT: quotes and backslashes are escaped, line breaks written out, other controls left out. */
function quoted(text: string): string {
  const line = text
    .replaceAll(/[\\"]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u001f\u007f]/g, ' ');
  return `"${line}"`;
}
