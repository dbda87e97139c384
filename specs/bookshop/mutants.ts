import type { Mutant } from '../service/fault.ts';
import { accessMutants } from './mutants/access.ts';
import { answerMutants } from './mutants/answers.ts';
import { inputMutants } from './mutants/input.ts';
import { stateMutants } from './mutants/state.ts';

/** The Bookshop with one seeded fault each, and the cases that must find it. */
export const mutants: readonly Mutant[] = [
  ...inputMutants,
  ...accessMutants,
  ...answerMutants,
  ...stateMutants,
];
