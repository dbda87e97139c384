import type { Locate } from '../../src/diagnostics/print/spot.ts';
import type { Code } from '../../src/diagnostics/catalogue.ts';
import type { Diagnostic } from '../../src/diagnostics/report.ts';

/** Finds a pointer that is `/<line>/<column>` in a text. */
export function locateIn(text: string): Locate {
  const lines = text.split('\n');
  return ({ pointer }) => {
    const [, line, column] = pointer.split('/').map(Number);
    return line && column ? { line, column, lineText: (number) => lines[number - 1] } : undefined;
  };
}

export const nowhere: Locate = () => undefined;

export function diagnostic(more: Partial<Diagnostic> & { readonly code?: Code } = {}): Diagnostic {
  return {
    code: 'rules/no-promise',
    severity: 'warning',
    message: 'POST /books does not say how it answers a missing field.',
    help: 'Add a 400 or 422 response to the operation.',
    place: { document: 'openapi.yaml', pointer: '/2/3' },
    ...more,
  };
}
