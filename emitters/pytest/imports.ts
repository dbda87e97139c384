import { exploded, flat, lines, type Doc } from '../../src/print/document.ts';

/** The imports of one module. They are written because something imported was printed; nobody keeps a list. */
export class Imports {
  readonly #modules = new Map<string, Set<string>>();
  #pytest = false;

  /** Imports a name, and returns it. */
  use(module: string, name: string): string {
    const names = this.#modules.get(module) ?? new Set();
    this.#modules.set(module, names.add(name));
    return name;
  }

  /** `pytest.…` */
  pytest(name: string): string {
    this.#pytest = true;
    return `pytest.${name}`;
  }

  /** In isort's order: what others wrote, then the modules beside this one. */
  print(): readonly Doc[] {
    const beside = [...this.#modules]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([module, names]) => from(module, [...names]));
    return [...(this.#pytest ? ['import pytest'] : []), ...(beside.length > 0 ? [lines(beside)] : [])];
  }
}

function from(module: string, names: readonly string[]): Doc {
  const head = `from ${module} import `;
  const sorted = names.toSorted((a, b) => kind(a) - kind(b) || natural(a, b));
  return flat(head + sorted.join(', '), 88) ?? exploded(`${head}(`, sorted, ')');
}

/** Constants, then classes, then the rest: isort's `order-by-type`. */
function kind(name: string): number {
  if (name.length > 1 && name === name.toUpperCase()) return 0;
  return /^[A-Z]/.test(name) ? 1 : 2;
}

/** `book2` stands before `book10`, and `V1_BOOK` before `V1BOOK`: isort compares as if all were lower case. */
function natural(a: string, b: string): number {
  const [left, right] = [a, b].map((name) => name.toLowerCase().split(/(\d+)/));
  for (const [index, part] of (left ?? []).entries()) {
    const other = right?.[index];
    if (other === undefined) return 1;
    if (part === other) continue;
    return (index % 2 === 1 && Number(part) - Number(other)) || (part < other ? -1 : 1);
  }
  return -1;
}
