import { createBuilder } from '../values/build.ts';
import { createDeviator } from '../values/deviate.ts';
import type { Directed } from '../values/direction.ts';
import { createValidator } from '../values/validate.ts';
import { createVariator } from '../values/vary.ts';
import type { Direction } from './subject.ts';

/** Schemas of one direction, with a validator and a builder over them. */
export function directionOf(directed: Directed): Direction {
  const validator = createValidator(directed.schemas);
  const builder = createBuilder(directed.schemas, validator);
  return {
    schemas: directed.schemas,
    of: (schema) => directed.of(schema),
    validator,
    builder,
    deviator: createDeviator(directed.schemas, validator),
    variator: createVariator({ schemas: directed.schemas, validator, builder }),
  };
}
