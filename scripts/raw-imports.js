// `import text from './file.py?raw'` for scripts that run from the sources: the same suffix that Vite and the build know.
// To be loaded first: tsx --import ./scripts/raw-imports.js scripts/golden.ts
import { register } from 'node:module';

const hooks = `
  import { readFile } from 'node:fs/promises';
  export async function load(url, context, next) {
    if (!url.endsWith('?raw')) return next(url, context);
    const text = await readFile(new URL(url.slice(0, -'?raw'.length)), 'utf8');
    return { format: 'module', source: 'export default ' + JSON.stringify(text) + ';', shortCircuit: true };
  }
`;

register(`data:text/javascript,${encodeURIComponent(hooks)}`);
