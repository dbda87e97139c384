/** npm run golden: writes test/golden/ anew. The difference is for people to read. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { goldenFolder, makeGoldens } from './goldens.ts';

const goldens = await makeGoldens();
for (const name of readdirSync(goldenFolder)) {
  if (name !== 'README.md') rmSync(path.join(goldenFolder, name), { recursive: true });
}
for (const { folder, files } of goldens) {
  for (const [file, text] of files) {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}
const count = goldens.reduce((sum, { files }) => sum + files.size, 0);
console.log(`${goldens.length} goldens, ${count} files. Read the difference: git diff --stat test/golden`);
