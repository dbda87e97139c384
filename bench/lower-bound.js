// The least that any tool must do: read a contract, parse it, walk through it and resolve every reference once.
// node lower-bound.js <contract>
const start = performance.now();
const { readFileSync } = await import('node:fs');
const { JSON_SCHEMA, load } = await import('js-yaml');

const file = process.argv[2];
const text = readFileSync(file, 'utf8');
const root = file.endsWith('.json') ? JSON.parse(text) : load(text, { schema: JSON_SCHEMA });

const resolved = new Map();
let nodes = 0;
walk(root);

const milliseconds = performance.now() - start;
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ milliseconds, megabytes, nodes, references: resolved.size }));

function walk(value) {
  if (typeof value !== 'object' || value === null) return;
  nodes++;
  if (typeof value.$ref === 'string' && !resolved.has(value.$ref))
    resolved.set(value.$ref, target(value.$ref));
  for (const key in value) walk(value[key]);
}

function target(reference) {
  const tokens = reference
    .slice(reference.indexOf('#') + 1)
    .split('/')
    .slice(1);
  return tokens.reduce((at, token) => at?.[token.replaceAll('~1', '/').replaceAll('~0', '~')], root);
}
