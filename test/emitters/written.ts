import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Emission } from '../../src/model/emitter.ts';

/** Writes an emission, its lock, and other files in place of its own, into a new temporary folder, and returns that. */
export function written(emission: Emission, others: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'itc-suite-'));
  const files = {
    ...Object.fromEntries(emission.files.map(({ path, text }) => [path, text])),
    'itc.lock': JSON.stringify({ cases: emission.cases }),
    ...others,
  };
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}
