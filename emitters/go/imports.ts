import { code } from '../../src/print/code.ts';
import type { Doc } from '../../src/print/document.ts';

/** The imports of one file. They are written because something imported was printed: Go compiles no other ones. */
export class Imports {
  readonly #packages = new Set<string>();

  /** Imports a package of the standard library, and gives a name in it. */
  use(from: string, name: string): string {
    this.#packages.add(from);
    return `${from}.${name}`;
  }

  print(): Doc {
    const [only, ...more] = [...this.#packages].toSorted().map((name) => `"${name}"`);
    if (only === undefined) return '';
    if (more.length === 0) return `import ${only}`;
    return code`
      import (
        ${[only, ...more]}
      )
    `;
  }
}
