import type { Place } from '../../source/place.ts';
import type { Diagnostic, Report } from '../report.ts';

/** Where a place stands in its document, for people: line and column count from 1, in UTF-16 units. */
export interface Spot {
  readonly line: number;
  readonly column: number;
  /** Any line of the document by its number, without its line break; undefined past its ends. */
  lineText(line: number): string | undefined;
}

/** Looks a place up; undefined where its document is not at hand (a file that could not be read). */
export type Locate = (place: Place) => Spot | undefined;

/** A problem, and where it stands. */
export interface Finding {
  readonly diagnostic: Diagnostic;
  readonly spot?: Spot;
}

/** Looks up the spots of all problems: what the printers for machines need. */
export function locateAll(diagnostics: Report['diagnostics'], locate: Locate): readonly Finding[] {
  return diagnostics.map((diagnostic) => {
    const spot = diagnostic.place && locate(diagnostic.place);
    return spot === undefined ? { diagnostic } : { diagnostic, spot };
  });
}
