/**
 * npm run demo: the Bookshop's contract becomes a pytest suite, its server is started, the suite is run against it.
 * The suite stays in .toolchain/demo/ to be looked at. Exit code: that of the first command that fails, else 0.
 */
import { spawn } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { start } from '../specs/bookshop/server.ts';
import { pythonTools } from './toolchain.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const suite = '.toolchain/demo/bookshop';

/** Runs `itc` as its users do, and says so. */
function itc(...parameters: readonly string[]): Promise<number> {
  console.log(`\n$ npx itc ${parameters.join(' ')}`);
  const child = spawn(process.execPath, ['bin/itc.js', ...parameters], { cwd: root, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 2));
  });
}

async function demo(): Promise<number> {
  console.log(
    'Looking for Python and what the suite needs (the first time, they are installed in .toolchain/) …',
  );
  const { python } = await pythonTools();
  rmSync(path.join(root, suite), { recursive: true, force: true });
  // What the shop's owner would have written: where it is, how to log in.
  cpSync(path.join(root, 'specs/bookshop/setup/pytest'), path.join(root, suite), { recursive: true });
  const compiled = await itc(
    'compile',
    'specs/bookshop/openapi.yaml',
    '--arazzo',
    'specs/bookshop/sale.arazzo.yaml',
    '--out',
    suite,
  );
  if (compiled !== 0) return compiled;
  const shop = await start();
  console.log(`\nThe Bookshop listens on ${shop.url}`);
  try {
    const program = path.relative(root, python);
    return await itc('run', suite, '--base-url', shop.url, '--python', `./${program}`);
  } finally {
    await shop.close();
  }
}

process.exitCode = await demo();
