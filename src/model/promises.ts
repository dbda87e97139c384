import type {
  Method,
  OperationKey,
  ParameterLocation,
  SecurityAlternative,
  SecurityScheme,
} from '../api/api.ts';
import type { JsonSchema, Schemas } from '../api/json-schema.ts';
import type { At } from './model.ts';

/** The contract, as emitted suites check it: contract.json, the same bytes for every language. */
export interface Contract {
  /** What stands in front of every path (`/v1`), as a URL has it; absent where there is nothing, or no one knows what. */
  readonly basePath?: string;
  /** By `METHOD /path`, as the contract writes the path. */
  readonly operations: Readonly<Record<string, Promises>>;
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  /** Schemas as an answer must meet them (writeOnly members are forbidden); `$ref` is `#/$defs/<name>`. */
  readonly $defs: Schemas;
}

/** What one operation promises. */
export interface Promises {
  readonly key: OperationKey;
  readonly at: At;
  readonly security: readonly SecurityAlternative[];
  /** By `201`, `2XX` or `default`. */
  readonly responses: Readonly<Record<string, ResponsePromise>>;
  /** How to remove what a 2xx of this operation has created. */
  readonly cleanup?: Cleanup;
}

export interface ResponsePromise {
  readonly at: At;
  /** By media type or range; `{}`: the contract promises no body. A schema of `true` promises nothing of the value. */
  readonly content: Readonly<Record<string, JsonSchema>>;
  readonly headers: Readonly<Record<string, HeaderPromise>>;
}

export interface HeaderPromise {
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/** The call that removes a created thing: each path parameter comes from the creating call's path or from its answer. */
export interface Cleanup {
  readonly method: Method;
  readonly path: string;
  readonly parameters: Readonly<Record<string, IdentitySource>>;
}

/** Where a creating call has what tells the created thing from others: in its own path, or in its answer. */
export type IdentitySource =
  | { readonly from: 'path'; readonly name: string }
  | { readonly from: 'body'; readonly pointer: string }
  /** The header Location leads to the created thing (RFC 9110 §10.2.2): the parameter of this path template. */
  | { readonly from: 'location'; readonly path: string; readonly name: string };

/** A value that one operation needs and another one gives, as far as the contract tells. */
export interface Dependency {
  readonly operation: OperationKey;
  readonly need: DependencyNeed;
  readonly producer: OperationKey;
  readonly identity: IdentitySource;
  /** The rule that found it: a workflow, an OpenAPI Link, what the owner says, the container of the path, the name, the answer's schema. */
  readonly by: 'workflow' | 'link' | 'configuration' | 'container' | 'name' | 'schema';
  readonly confidence: 'certain' | 'likely';
}

export type DependencyNeed =
  | { readonly in: ParameterLocation; readonly name: string }
  /** A member of the body: where it stands (the first item of an array for all), and what one such value is called. */
  | { readonly in: 'body'; readonly name: string; readonly pointer: string };
