import type { Diagnostic } from '../report.ts';
import type { Finding } from './spot.ts';

/** A problem as `--format json` prints it. Line and column count from 1; they stand where the document is at hand. */
export interface DiagnosticJson extends Pick<Diagnostic, 'code' | 'severity' | 'message' | 'help'> {
  readonly document?: string;
  /** JSON Pointer (RFC 6901) into the document. */
  readonly pointer?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Problems as plain data, members always in this order. */
export function toJson(findings: readonly Finding[]): readonly DiagnosticJson[] {
  return findings.map(({ diagnostic: { code, severity, message, help, place }, spot }) => ({
    code,
    severity,
    message,
    help,
    ...(place && { document: place.document, pointer: place.pointer }),
    ...(spot && { line: spot.line, column: spot.column }),
  }));
}
