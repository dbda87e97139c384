import type { Mutant } from '../service/fault.ts';
import { accessMutants } from './mutants/access.ts';
import { answerMutants } from './mutants/answers.ts';
import { inputMutants } from './mutants/input.ts';
import { protocolMutants } from './mutants/protocol.ts';
import { refusalMutants } from './mutants/refusals.ts';
import { stateMutants } from './mutants/state.ts';
import { storyMutants } from './mutants/stories.ts';
import { writeMutants } from './mutants/writes.ts';

/** The Bookshop with one seeded fault each, and the cases that must find it. */
export const mutants: readonly Mutant[] = [
  ...inputMutants,
  ...refusalMutants,
  ...protocolMutants,
  ...accessMutants,
  ...answerMutants,
  ...stateMutants,
  ...storyMutants,
  ...writeMutants,
];
