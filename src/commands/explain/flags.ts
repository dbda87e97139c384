import type { Choices } from '../../config.ts';

/** What `itc explain` was told on the command line. What is absent was not said. */
export interface ExplainFlags extends Omit<Choices, 'emit' | 'out' | 'validate'> {
  readonly config?: string;
}

export interface ExplainInvocation {
  /** A case's or a row's, or what ids begin with. */
  readonly id: string;
  readonly specs: readonly string[];
  readonly flags: ExplainFlags;
  /** Absolute: what paths on the command line are relative to. */
  readonly folder: string;
}
