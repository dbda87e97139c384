import type { Choices } from '../../config.ts';

/** How a plan is shown. */
export const planFormats = ['text', 'markdown', 'json', 'html', 'mermaid', 'dot'] as const;
export type PlanFormat = (typeof planFormats)[number];

/** What `itc plan` was told on the command line. What is absent was not said. */
export interface PlanFlags extends Omit<Choices, 'emit' | 'out' | 'validate'> {
  readonly config?: string;
  readonly format: PlanFormat;
  /** A file, with `{spec}` for the name of the contract. */
  readonly out?: string;
  readonly quiet: boolean;
}

export interface PlanInvocation {
  readonly specs: readonly string[];
  readonly flags: PlanFlags;
  /** Absolute: what paths on the command line are relative to. */
  readonly folder: string;
}
