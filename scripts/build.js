// Bundles the command line and the library into dist/, and writes the library's type declarations beside them.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';

/** `import text from './file.py?raw'`: the same suffix that Vite and Vitest know. */
const raw = {
  name: 'raw',
  resolveId(id, importer) {
    return id.endsWith('?raw') ? path.resolve(path.dirname(importer), id) : null;
  },
  load(id) {
    if (!id.endsWith('?raw')) return null;
    const text = readFileSync(id.slice(0, -'?raw'.length), 'utf8');
    return { code: `export default ${JSON.stringify(text)};`, moduleType: 'js' };
  },
};

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
rmSync('dist', { recursive: true, force: true });

const bundle = await rolldown({
  input: { cli: 'src/cli.ts', index: 'src/index.ts', emitters: 'emitters/index.ts' },
  platform: 'node',
  external: [/^node:/, ...Object.keys(dependencies).map((name) => new RegExp(`^${name}(/|$)`))],
  plugins: [raw],
});
await bundle.write({
  dir: 'dist',
  format: 'esm',
  sourcemap: true,
  chunkFileNames: 'chunks/[name]-[hash].js',
});
await bundle.close();

execFileSync('node_modules/.bin/tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit' });
