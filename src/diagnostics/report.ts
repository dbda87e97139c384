import type { Place } from '../source/place.ts';
import { catalogue, type Code, type Severity } from './catalogue.ts';

/** A problem with its cause: plain data, ready to be printed in any format. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly place?: Place;
}

/** Values of the `{holes}` in a catalogue entry. */
export type Details = Readonly<Record<string, string | number>>;

/** Collects problems; nothing is thrown for what is wrong with a contract. */
export class Report {
  readonly #diagnostics: Diagnostic[] = [];
  readonly #seen = new Set<string>();

  /** Adds a problem. The same problem at the same place counts once. */
  add(code: Code, place: Place | undefined, details: Details = {}): void {
    const { severity, message, help } = catalogue[code];
    const diagnostic = { code, severity, message: fill(message, details), help: fill(help, details), place };
    const fingerprint = [code, place?.document, place?.pointer, diagnostic.message].join('\n');
    if (this.#seen.has(fingerprint)) return;
    this.#seen.add(fingerprint);
    this.#diagnostics.push(diagnostic);
  }

  /** In the order in which they were found. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  get hasErrors(): boolean {
    return this.#diagnostics.some(({ severity }) => severity === 'error');
  }
}

function fill(template: string, details: Details): string {
  return template.replaceAll(/\{(\w+)\}/g, (hole, name: string) => String(details[name] ?? hole));
}
