/** How much a problem matters. An error: nothing was written. A warning: something is not tested. Info: good to know. */
export type Severity = 'error' | 'warning' | 'info';

export interface Entry {
  readonly severity: Severity;
  /** `{name}` stands for a detail of the occurrence. */
  readonly message: string;
  /** What to do about it: one sentence, or two. */
  readonly help: string;
}

/** Every diagnostic there is, by its code: `area/what-is-wrong`. The only place where their words stand. */
export const catalogue = {
  'source/not-found': {
    severity: 'error',
    message: 'There is no file {path}.',
    help: 'Check the path; a glob must match at least one file.',
  },
  'rules/no-promise': {
    severity: 'info',
    message: '{operation} does not say how it answers {situation}.',
    help: 'Add a {statuses} response to the operation, and the case becomes a promise of the contract instead of a convention.',
  },
} as const satisfies Readonly<Record<string, Entry>>;

export type Code = keyof typeof catalogue;
