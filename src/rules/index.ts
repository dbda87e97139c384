import { happy } from './happy.ts';
import { lifecycle } from './lifecycle.ts';
import { missingRequired } from './missing-required.ts';
import { outOfBounds } from './out-of-bounds.ts';
import type { Rule } from './rule.ts';
import { unauthenticated } from './unauthenticated.ts';
import { unknownThing } from './unknown-thing.ts';
import { unpromised } from './unpromised.ts';
import { untried } from './untried.ts';
import { wrongType } from './wrong-type.ts';
import { wrongValue } from './wrong-value.ts';

/** Every rule, in the order in which a suite reads best. */
export const rules: readonly Rule[] = [
  happy,
  missingRequired,
  wrongType,
  outOfBounds,
  wrongValue,
  unauthenticated,
  unknownThing,
  lifecycle,
  untried,
  unpromised,
];
