import type { Choices } from '../../config.ts';

/** How problems are printed. */
export const formats = ['text', 'json', 'github', 'sarif'] as const;
export type Format = (typeof formats)[number];

/** What `itc compile` was told on the command line. What is absent was not said. */
export interface Flags extends Choices {
  readonly config?: string;
  readonly format: Format;
  readonly check: boolean;
  readonly force: boolean;
  readonly quiet: boolean;
}

/** What was typed after `itc`, and in which folder. */
export interface Invocation {
  readonly specs: readonly string[];
  readonly flags: Flags;
  /** The arguments as they were typed, for the command that mends a drift. */
  readonly typed: readonly string[];
  /** Absolute: what paths on the command line and in messages are relative to. */
  readonly folder: string;
}
