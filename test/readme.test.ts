import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { pytest } from '../emitters/pytest/index.ts';
import { printPlan } from '../src/commands/plan/print-text.ts';
import { plain } from '../src/diagnostics/print/paint.ts';
import { planned } from './commands/plan/planning.ts';
import { contractOf } from './contract.ts';
import { temporaryFolder } from './output/temporary-folder.ts';

const readme = readFileSync('README.md', 'utf8');
const block = (language: string) => new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(readme)![1]!;

it('shows what the compiler really makes of its example', async () => {
  const model = (await contractOf(block('yaml'))).model();
  const { files, cases } = pytest.emit(model);
  const emitted = files.find(({ path }) => path === 'test_books.py')!.text;
  for (const test of block('python').split(/\n{2,}/)) expect(emitted).toContain(test.trim());
  expect(Object.keys(cases)).toHaveLength(33);
  expect(readme).toContain('thirty-three cases');
  expect(readme).toContain(
    `breaks the contract at ${model.contract.operations['GET /books/{bookId}']!.responses['200']!.at} `,
  );
});

it('shows the real plan of its example', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'openapi.yaml'), block('yaml'));
  const plan = await planned(path.join(folder, 'openapi.yaml'));
  const [head, table] = printPlan(
    { ...plan, spec: 'openapi.yaml' },
    { paint: plain, columns: undefined },
  ).split('\n\n');
  expect(readme).toContain(`\`\`\`\n${head}\n\n${table}\n\`\`\``);
});

it('names files that are there', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target!);
  for (const link of links) expect([link, readFileSync(link, 'utf8').length > 0]).toEqual([link, true]);
});
