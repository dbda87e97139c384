import { causeOf, type Verdict } from '../../src/run/result.ts';

/** Whether a case found something. An error is none: the case never came to its own request. */
export function isKilled({ outcome }: Pick<Verdict, 'outcome'>): boolean {
  return outcome === 'failed';
}

/** Where what should fail and what fails are not the same. */
export interface Disagreement {
  /** Cases that fail and are not listed. */
  readonly unexpected: readonly string[];
  /** Cases that are listed and do not fail, and entries of the list that no case has. */
  readonly survived: readonly string[];
  /** Cases that could not begin, for another reason than that for which a listed case fails. */
  readonly unexplained: readonly string[];
}

/** Holds the cases that fail against a mutant's list. An entry means every case whose id it is; `*`: any characters. */
export function compareKills(listed: readonly string[], verdicts: readonly Verdict[]): Disagreement {
  const killed = verdicts.filter(isKilled);
  const named = listed.map((entry) => {
    const matches = matcher(entry);
    return { entry, ids: verdicts.map(({ id }) => id).filter((id) => matches.test(id)) };
  });
  const due = new Set(named.flatMap(({ ids }) => ids));
  const failed = new Set(killed.map(({ id }) => id));
  const causes = new Set(killed.map(causeOf));
  const stopped = verdicts.filter(({ outcome }) => outcome === 'error' || outcome === 'missing');
  return {
    unexpected: [...failed].filter((id) => !due.has(id)),
    survived: [
      ...named.filter(({ ids }) => ids.length === 0).map(({ entry }) => `${entry} (no case has this id)`),
      ...[...due].filter((id) => !failed.has(id)),
    ],
    unexplained: stopped
      .filter((one) => !causes.has(causeOf(one)))
      .map(({ id, message }) => `${id}: ${message}`),
  };
}

/** A pattern of case ids as a regular expression: `*` stands for any characters. */
export function matcher(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`);
}
