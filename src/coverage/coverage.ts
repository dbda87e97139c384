import type { Operation, OperationKey } from '../api/api.ts';
import { groupBy } from '../api/group-by.ts';
import type { CaseDraft, Draft, GapDraft } from '../model/draft.ts';
import type { CaseId } from '../model/model.ts';
import type { Subject } from '../model/subject.ts';
import type { Place } from '../source/place.ts';
import { elementsOf, type Element } from './elements.ts';
import { evidenceOf, type Evidence } from './evidence.ts';
import { called } from './marks.ts';
import { metPlaces } from './met.ts';

/** What a contract says, each element with the cases that test it, or the reason why none does. */
export interface Coverage {
  /** Of every operation, in the contract's order. */
  readonly operations: readonly OperationCoverage[];
  /** What stands beside the operations: webhooks, callbacks, what could not be read. */
  readonly others: readonly Covered[];
}

export interface OperationCoverage {
  readonly operation: Operation;
  readonly elements: readonly Covered[];
}

/** One element of the contract, and what became of it. */
export interface Covered {
  readonly kind: Element['kind'] | 'other';
  /** What it is called: `422`, `application/json`, `maxLength`. */
  readonly name: string;
  /** What it is about, in the operation: `body.title`, `query limit`; `''` for the operation itself. */
  readonly of: string;
  readonly place: Place;
  readonly verdict: Verdict;
}

/**
 * - `covered`: by these cases or rows. An id with rows below it stands for all of them.
 * - `pending`: the same, but every one of them waits for a value of the setup file.
 * - `excused`: by none, for a reason that is known.
 * - `uncovered`: by none, and nobody says why: what is still to be done.
 */
export type Verdict =
  | { readonly state: 'covered' | 'pending'; readonly by: readonly CaseId[] }
  | { readonly state: 'excused'; readonly code: string; readonly reason: string }
  | { readonly state: 'uncovered'; readonly reason: string };

/** Everything that coverage is worked out from. */
export interface Basis {
  readonly subject: Subject;
  /** What became cases and gaps. */
  readonly drafts: readonly Draft[];
  /** Drafts that were left out because `--strength` asks for more. */
  readonly tooWeak: readonly CaseDraft[];
  /** All drafts of all rules: what is in none of the two above, the owner has left out. */
  readonly rulings: readonly { readonly drafts: readonly Draft[] }[];
  /** Ids of cases and rows that do not run before the setup file gives a value. */
  readonly pending: ReadonlySet<CaseId>;
}

/**
 * Works out what of a contract is covered. Nothing of it is left out: operations, statuses, media types (sent and
 * answered), headers, parameters, the keywords of what is sent, security schemes, scopes and links. The schema of an
 * answer is one with its media type: every answer is held against all of it. Annotations promise nothing.
 */
export function coverageOf({ subject, drafts, tooWeak, rulings, pending }: Basis): Coverage {
  const { api } = subject;
  const evidence = evidenceOf(casesOf(drafts));
  const weak = evidenceOf(tooWeak);
  const skipped = evidenceOf(casesOf(rulings.flatMap((ruling) => ruling.drafts)));
  const gaps = gapsByOperation(drafts);
  return {
    operations: api.operations.map((operation) => {
      const own = gaps.get(operation.key) ?? [];
      const judge = new Judge({ operation, subject, evidence, weak, skipped, gaps: own, pending });
      return {
        operation,
        elements: elementsOf(operation, subject).map(({ kind, name, of, place, ...rest }) => ({
          kind,
          name,
          of,
          place,
          verdict: judge.verdictOf({ kind, name, of, place, ...rest }),
        })),
      };
    }),
    others: api.gaps.map(({ code, reason, place }) => ({
      kind: 'other',
      name: code,
      of: '',
      place,
      verdict: { state: 'excused', code, reason },
    })),
  };
}

interface Known {
  readonly operation: Operation;
  readonly subject: Subject;
  readonly evidence: Evidence;
  readonly weak: Evidence;
  readonly skipped: Evidence;
  readonly gaps: readonly GapDraft[];
  readonly pending: ReadonlySet<CaseId>;
}

const unknown = 'No rule makes a case of it yet.';

/** Judges the elements of one operation. */
class Judge {
  readonly #known: Known;
  #met: ReadonlySet<string> | undefined;
  /** Why the operation is not tested at all; undefined where it is. */
  readonly #whole: Verdict | undefined;
  /** By place: what rules say in gaps, then what was tried and not sent. */
  readonly #reasons = new Map<string, Verdict>();

  constructor(known: Known) {
    this.#known = known;
    this.#whole = wholeReason(known);
    for (const { place, covers = [], code, reason } of known.gaps) {
      for (const one of [place, ...covers]) this.#reasons.set(keyOf(one), { state: 'excused', code, reason });
    }
  }

  /** Whether some request has a value that meets a schema object. */
  #isMet(schema: Place): boolean {
    const { operation, subject } = this.#known;
    this.#met ??= metPlaces(operation, subject);
    return this.#met.has(keyOf(schema));
  }

  verdictOf({ marks, place, status, schema, excuse: usual, within = [] }: Element): Verdict {
    const { operation, evidence, weak, skipped, pending } = this.#known;
    const by = evidence.of(operation.key, marks);
    if (by.length > 0) return { state: by.every((id) => pending.has(id)) ? 'pending' : 'covered', by };
    if (this.#whole) return this.#whole;
    if (weak.of(operation.key, marks).length > 0) return tooWeakReason;
    if (skipped.of(operation.key, marks).length > 0) return skippedReason;
    const isMet = status !== undefined && evidence.of(operation.key, [status.mark]).length > 0;
    const excuse = isMet ? status.excuse : usual;
    const reasons = [place, ...within].flatMap((one) => this.#reasons.get(keyOf(one)) ?? []);
    if (reasons[0]) return reasons[0];
    if (excuse) return { state: 'excused', code: excuse.code, reason: excuse.reason };
    return schema && !this.#isMet(schema) ? notSent : { state: 'uncovered', reason: unknown };
  }
}

const notSent: Verdict = {
  state: 'excused',
  code: 'not-sent',
  reason:
    'No request has it: it stands too deep, among too much else, or inside of itself again, and requests would grow without end.',
};

const tooWeakReason: Verdict = {
  state: 'excused',
  code: 'strength',
  reason: 'Its cases are weaker than what --strength asks for.',
};

const skippedReason: Verdict = {
  state: 'excused',
  code: 'skipped',
  reason: 'You have left out its cases; the gap of that code has your reason.',
};

function casesOf(drafts: readonly Draft[]): readonly CaseDraft[] {
  return drafts.filter((draft) => draft.draft === 'case');
}

function wholeReason({ operation, subject, evidence, weak, gaps }: Known): Verdict | undefined {
  if (evidence.of(operation.key, [called]).length > 0) return undefined;
  const [gap] = gaps;
  if (gap) return { state: 'excused', code: gap.code, reason: gap.reason };
  if (!subject.operations.includes(operation)) {
    return {
      state: 'excused',
      code: 'not-selected',
      reason: 'The operation is left out by --include or --exclude.',
    };
  }
  return weak.of(operation.key, [called]).length > 0 ? tooWeakReason : undefined;
}

function gapsByOperation(drafts: readonly Draft[]): ReadonlyMap<OperationKey, readonly GapDraft[]> {
  const gaps = drafts.flatMap((draft) =>
    draft.draft === 'gap' && draft.operation !== undefined ? [{ key: draft.operation.key, draft }] : [],
  );
  return new Map(
    [...groupBy(gaps, ({ key }) => key)].map(([key, own]) => [key, own.map(({ draft }) => draft)]),
  );
}

function keyOf({ document, pointer }: Place): string {
  return `${document}#${pointer}`;
}
