import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { JSON_SCHEMA, load } from 'js-yaml';
import { nodeEnvironment } from '../../scripts/toolchain.ts';
import type { Json } from '../../src/api/json.ts';
import { withInclusiveBounds } from './inclusive-bounds.ts';

/** Mocks of contracts, by path of the contract. */
export interface Mocks {
  /** @throws Error where Prism could not serve the contract. */
  urlOf(contract: string): string;
  close(): Promise<void>;
}

/**
 * Prism (npm, `@stoplight/prism-cli`) serves contracts on loopback: somebody else's reading of each. Installed where it
 * is not there yet (about 20 seconds).
 *
 * @param contracts Paths, relative to the working folder.
 * @throws Error where it can't be installed, or ends before all are served.
 */
export async function startMocks(contracts: readonly string[]): Promise<Mocks> {
  const prism = await nodeEnvironment('prism', ['@stoplight/prism-cli@5.14.2'], '2026-11-01');
  const folder = mkdtempSync(path.join(tmpdir(), 'itc-prism-'));
  const served = contracts.map((contract, index) => servable(contract, path.join(folder, `${index}.json`)));
  const script = path.join(import.meta.dirname, 'prism-mocks.js');
  const child = spawn(process.execPath, [script, prism, ...served], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const said = new Map<string, { readonly url?: string; readonly problem?: string }>();
  for await (const line of createInterface({ input: child.stdout })) {
    said.set(contracts[said.size]!, JSON.parse(line) as { readonly url?: string });
    if (said.size === contracts.length) break;
  }
  const close = async () => {
    child.stdin.end();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  if (said.size < contracts.length) {
    await close();
    throw new Error(`Prism ended at ${contracts[said.size]}.`);
  }
  return {
    urlOf(contract) {
      const { url, problem } = said.get(contract) ?? {};
      if (url === undefined) throw new Error(`Prism does not serve ${contract}: ${problem}`);
      return url;
    },
    close,
  };
}

/** The contract as Prism is given it: in one file that it makes good answers of; as it is where it has several files. */
function servable(contract: string, file: string): string {
  const document = load(readFileSync(contract, 'utf8'), { schema: JSON_SCHEMA }) as Json;
  const text = JSON.stringify(withInclusiveBounds(document));
  if (/"\$ref":"[^#"]/.test(text)) return contract;
  writeFileSync(file, text);
  return file;
}
