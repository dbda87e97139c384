import { accessProbes } from './bookshop-probes/access.ts';
import { answerProbes } from './bookshop-probes/answers.ts';
import { inputProbes } from './bookshop-probes/input.ts';
import type { Probe } from './bookshop-probes/probe.ts';
import { protocolProbes } from './bookshop-probes/protocol.ts';
import { refusalProbes } from './bookshop-probes/refusals.ts';
import { stateProbes } from './bookshop-probes/state.ts';
import { storyProbes } from './bookshop-probes/stories.ts';

/** By mutant of the Bookshop: the exchange that shows its fault, and that a good shop passes. */
export const probes: Readonly<Record<string, Probe>> = {
  ...inputProbes,
  ...refusalProbes,
  ...protocolProbes,
  ...accessProbes,
  ...answerProbes,
  ...stateProbes,
  ...storyProbes,
};
