import { catalogue, type Entry } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/report.ts';

/** 0: clean. 1: findings, or drift. 2: wrong use, or a tool error. 128 + n: ended by signal n. */
export type ExitCode = 0 | 1 | 2 | 130 | 143;

/** What the process answers for these problems: the worst of them. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): 0 | 1 | 2 {
  return diagnostics.reduce<0 | 1 | 2>((worst, { code, severity }) => {
    const { exit }: Entry = catalogue[code];
    const own = exit ?? (severity === 'error' ? 1 : 0);
    return own > worst ? own : worst;
  }, 0);
}
