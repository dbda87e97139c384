import { readdirSync } from 'node:fs';
import path from 'node:path';

const special = /[*?[\]{}]/;

/** Whether a path has characters of a pattern: `*`, `**`, `?`, `[ab]`, `{a,b}`. */
export function isGlob(input: string): boolean {
  return special.test(input);
}

/**
 * The files that match, as paths, in the order of their characters. Folders called `node_modules` and those whose
 * name starts with a dot are passed over, unless the pattern names them.
 */
export function glob(pattern: string): readonly string[] {
  const normal = pattern.replaceAll('\\', '/');
  const segments = normal.split('/');
  const fixed = segments.findIndex((segment) => special.test(segment));
  const root = segments.slice(0, fixed).join('/') || (normal.startsWith('/') ? '/' : '.');
  const matcher = new RegExp(`^${segments.slice(fixed).map(segmentPattern).join('')}$`, 'u');
  return [...files(root, '', normal)]
    .filter((file) => matcher.test(`/${file}`))
    .map((file) => path.join(root, file))
    .toSorted();
}

/** A generator of the files below a folder, as paths relative to it. */
function* files(root: string, folder: string, pattern: string): Generator<string> {
  for (const entry of entriesOf(path.join(root, folder))) {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    const isPassedOver =
      (entry.name === 'node_modules' || entry.name.startsWith('.')) && !pattern.includes(entry.name);
    if (entry.isDirectory() && !isPassedOver) yield* files(root, name, pattern);
    else if (entry.isFile() || entry.isSymbolicLink()) yield name;
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // a folder that is not there, or not ours to read, has no files that match
  }
}

/** One segment of the pattern as a regular expression, with the slash in front of it. */
function segmentPattern(segment: string): string {
  if (segment === '**') return '(?:/[^/]+)*';
  const parts = segment.replaceAll(/[.+^$()|\\*?{},]/g, (char) => {
    switch (char) {
      case '*':
        return '[^/]*';
      case '?':
        return '[^/]';
      case '{':
        return '(?:';
      case '}':
        return ')';
      case ',':
        return '|';
      default:
        return `\\${char}`;
    }
  });
  return `/${parts}`;
}
