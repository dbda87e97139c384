import { acceptedValues } from './accepted-values.ts';
import { brokenDependency } from './broken-dependency.ts';
import { brokenInterParameter } from './broken-inter-parameter.ts';
import { conditional } from './conditional.ts';
import { duplicate } from './duplicate.ts';
import { eachAlternative } from './each-alternative.ts';
import { failedCreate } from './failed-create.ts';
import { failedWrite } from './failed-write.ts';
import { filtering } from './filtering.ts';
import { happy } from './happy.ts';
import { hierarchy } from './hierarchy.ts';
import { idempotencyKey } from './idempotency-key.ts';
import { inUse } from './in-use.ts';
import { lesserRole } from './lesser-role.ts';
import { lifecycle } from './lifecycle.ts';
import { links } from './links.ts';
import { location } from './location.ts';
import { logInStory } from './log-in-story.ts';
import { mediaTypes } from './media-types.ts';
import { missingRequired } from './missing-required.ts';
import { outOfBounds } from './out-of-bounds.ts';
import { ownership } from './ownership.ts';
import { paging } from './paging.ts';
import { patch } from './patch.ts';
import { race } from './race.ts';
import { replace } from './replace.ts';
import type { Rule } from './rule.ts';
import { search } from './search.ts';
import { singleton } from './singleton.ts';
import { sorting } from './sorting.ts';
import { taken } from './taken.ts';
import { unauthenticated } from './unauthenticated.ts';
import { undeclaredMethod } from './undeclared-method.ts';
import { unknownThing } from './unknown-thing.ts';
import { unpromised } from './unpromised.ts';
import { unreadable } from './unreadable.ts';
import { untried } from './untried.ts';
import { upload } from './upload.ts';
import { workflows } from './workflows.ts';
import { wrongPassword } from './wrong-password.ts';
import { wrongShape } from './wrong-shape.ts';
import { wrongType } from './wrong-type.ts';
import { wrongValue } from './wrong-value.ts';

/** Every rule by its name, in the order in which a suite reads best. */
export const ruleBook = {
  happy,
  acceptedValues,
  mediaTypes,
  missingRequired,
  wrongType,
  outOfBounds,
  wrongValue,
  wrongShape,
  brokenDependency,
  brokenInterParameter,
  unreadable,
  undeclaredMethod,
  upload,
  unauthenticated,
  wrongPassword,
  lesserRole,
  eachAlternative,
  unknownThing,
  lifecycle,
  singleton,
  paging,
  filtering,
  sorting,
  search,
  ownership,
  logInStory,
  location,
  replace,
  patch,
  failedWrite,
  failedCreate,
  duplicate,
  taken,
  race,
  inUse,
  hierarchy,
  conditional,
  idempotencyKey,
  links,
  workflows,
  untried,
  unpromised,
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof ruleBook;

export const rules: readonly Rule[] = Object.values(ruleBook);
