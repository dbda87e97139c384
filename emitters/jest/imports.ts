import { concat, lines, type Doc } from '../../src/print/document.ts';
import { braces } from './typescript.ts';

/** The imports of one file. They are written because something imported was printed; nobody keeps a list. */
export class Imports {
  readonly #files = new Map<string, Set<string>>();
  #things = false;

  /** Imports a name from a file beside this one, and returns it. */
  use(file: string, name: string): string {
    const names = this.#files.get(file) ?? new Set();
    this.#files.set(file, names.add(name));
    return name;
  }

  /** `things.book` */
  thing(name: string): string {
    this.#things = true;
    return `things.${name}`;
  }

  print(): Doc | undefined {
    const named = [...this.#files]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([file, names]) => {
        return concat('import ', braces([...names].toSorted()), ` from "./${file}";`);
      });
    const all = [...named, ...(this.#things ? ['import * as things from "./things";'] : [])];
    return all.length === 0 ? undefined : lines(all);
  }
}
