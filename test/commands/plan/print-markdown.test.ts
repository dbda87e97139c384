import { expect, it } from 'vitest';
import { printDot } from '../../../src/commands/plan/print-dot.ts';
import { printMarkdown } from '../../../src/commands/plan/print-markdown.ts';
import { printPlan } from '../../../src/commands/plan/print-text.ts';
import { plain } from '../../../src/diagnostics/print/paint.ts';
import { planned } from './planning.ts';

const plan = await planned('specs/hostile/openapi.json');

it('takes text of a contract for nothing else in Markdown', () => {
  const text = printMarkdown(plan);
  // What stands in code spans is shown as it is; everywhere else nothing may begin a tag.
  const outside = text.replaceAll(/(?<![\\`])(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, '');
  expect(outside.match(/(?<!\\)<\/?[a-z!]/gi)).toBeNull();
  const rows = text.split('\n').filter((line) => line.startsWith('| `POST'));
  const cells = (row: string) => row.match(/(?<!\\)\|/g)!.length;
  expect(rows.length).toBeGreaterThan(30);
  expect(new Set(rows.slice(0, 30).map(cells)).size).toBe(1);
});

it('has no control characters on a terminal', () => {
  const text = printPlan(plan, { paint: plain, columns: undefined });
  // oxlint-disable-next-line no-control-regex
  expect(text.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/g)).toBeNull();
});

it('quotes what it draws', () => {
  expect(printDot(plan)).toMatch(/^digraph "Hostile \\"\\"\\" [^\n]*\\\\" \{\n/);
});
