import type { Api, Operation } from '../api/api.ts';
import type { Dependencies } from '../api/dependencies.ts';
import type { JsonSchema, Schemas } from '../api/json-schema.ts';
import type { FoundLogIn } from '../api/log-ins.ts';
import type { Resource } from '../api/resources.ts';
import type { Roles } from '../api/roles.ts';
import type { Builder } from '../values/build.ts';
import type { Deviator } from '../values/deviate.ts';
import type { Validator } from '../values/validate.ts';
import type { Variator } from '../values/vary.ts';
import type { Deviations } from './deviations.ts';
import type { Requests } from './requests.ts';

/** What rules look at: the contract, and what was worked out from it. */
export interface Subject {
  readonly api: Api;
  /** The operations that are tested; others are only used to bring about what these need. */
  readonly operations: readonly Operation[];
  /** Whether there is such an operation, and it is one of those. */
  isTested(operation: Operation | undefined): operation is Operation;
  readonly resources: readonly Resource[];
  readonly roles: Roles;
  readonly logIns: readonly FoundLogIn[];
  readonly dependencies: Dependencies;
  readonly requests: Requests;
  readonly deviations: Deviations;
  readonly sent: Direction;
  readonly answered: Direction;
}

/** Schemas as one direction sees them: as they are sent, or as they are answered. */
export interface Direction {
  readonly schemas: Schemas;
  readonly validator: Validator;
  readonly builder: Builder;
  readonly deviator: Deviator;
  readonly variator: Variator;
  /** Any schema of the contract, as this direction sees it. */
  of(schema: JsonSchema): JsonSchema;
}
