import type { Emitter } from '../src/model/emitter.ts';
import { jest } from './jest/index.ts';
import { pytest } from './pytest/index.ts';

/** Every target that a test model can be written for. A new one is a folder here and a line in this list. */
export const emitters: readonly Emitter[] = [pytest, jest];
