/** Templates of paths by their segments, so that those that meet are found without comparing each with each. */
interface Branch {
  readonly fixed: Map<string, Branch>;
  /** Segments with a parameter in them: whatever stands there may fit. */
  readonly open: Map<string, Branch>;
  /** The template that ends here. */
  path?: string;
}

/**
 * Finds the templates among these that some path fits which fits a given one, too: `/books/mine` is a `/books/{bookId}`. The
 * given one is among them. An empty segment (`/books/`) is no value of a parameter.
 */
export function pathTree(paths: readonly string[]): (path: string) => readonly string[] {
  const root = branch();
  for (const path of paths) {
    let current = root;
    for (const segment of path.split('/')) {
      const side = isOpen(segment) ? current.open : current.fixed;
      let next = side.get(segment);
      if (next === undefined) side.set(segment, (next = branch()));
      current = next;
    }
    current.path = path;
  }
  return (path) => meeting(root, path.split('/'));
}

function branch(): Branch {
  return { fixed: new Map(), open: new Map() };
}

function isOpen(segment: string): boolean {
  return segment.includes('{');
}

function meeting(root: Branch, segments: readonly string[]): readonly string[] {
  let reached: readonly Branch[] = [root];
  for (const segment of segments) {
    reached = reached.flatMap(({ fixed, open }) => {
      const same = fixed.get(segment);
      if (segment === '') return same === undefined ? [] : [same];
      if (!isOpen(segment)) return [...(same === undefined ? [] : [same]), ...open.values()];
      const filled = [...fixed].filter(([name]) => name !== '').map(([, next]) => next);
      return [...filled, ...open.values()];
    });
  }
  return reached.flatMap(({ path }) => path ?? []);
}
