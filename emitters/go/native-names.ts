import { readable } from './go.ts';

/**
 * What `go test` calls the tests of a package: `TestCreateBook/creates_a_book`. Package testing writes an underscore for a
 * space, and counts what is called alike (`matcher.unique` in src/testing/match.go).
 */
export class NativeNames {
  readonly #counts = new Map<string, number>();

  /** The name of a subtest. It has to be asked for in the order in which the subtests run. */
  of(parent: string, label: string): string {
    const base = `${parent}/${nameOf(label).replaceAll(' ', '_')}`;
    for (;;) {
      const count = this.#counts.get(base) ?? 0;
      this.#counts.set(base, count + 1);
      if (count === 0 && label !== '') {
        const [prefix, number] = numbered(base);
        if (prefix === base || number >= (this.#counts.get(prefix) ?? 0)) return base;
        continue;
      }
      const name = `${base}#${String(count).padStart(2, '0')}`;
      if (!this.#counts.has(name)) return name;
    }
  }
}

/** A label as a test may be called: with all that is not printable escaped, as Go would. */
export function nameOf(label: string): string {
  return readable(label);
}

/** `name#02` → `name`, 2 (`parseSubtestNumber`). */
function numbered(name: string): readonly [prefix: string, number: number] {
  const [, prefix = '', digits = ''] = /^(.*)#(\d{2}|[1-9]\d{2,})$/s.exec(name) ?? [];
  if (digits === '' || (digits === '00' && !prefix.endsWith('/'))) return [name, 0];
  return [prefix, Number(digits)];
}
