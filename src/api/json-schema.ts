import type { Json } from './json.ts';

/**
 * A JSON Schema of dialect 2020-12, the only dialect inside the compiler. Front-ends lower every other one to it:
 *
 * - `nullable` and `x-nullable` become a type array or an `anyOf` with `null`; boolean exclusive bounds become numbers;
 * - `$ref` is always `#/$defs/<name>`, a key of `Api.schemas`, and has no siblings (they are put into `allOf`);
 * - `example` joins `examples`; a 2.0 `type: file` becomes a string with `contentEncoding: 'binary'`;
 * - keywords of the wrong type (`minimum: "1"`, `required: true`) are left out and reported.
 */
export type JsonSchema = boolean | SchemaObject;

export type JsonType = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';

export interface SchemaObject {
  readonly $ref?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly enum?: readonly Json[];
  readonly const?: Json;

  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;

  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema;
  readonly unevaluatedProperties?: JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly dependentSchemas?: Readonly<Record<string, JsonSchema>>;

  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly unevaluatedItems?: JsonSchema;
  readonly contains?: JsonSchema;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;

  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly contentEncoding?: string;
  readonly contentMediaType?: string;

  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;

  readonly title?: string;
  readonly description?: string;
  readonly default?: Json;
  readonly examples?: readonly Json[];
  readonly deprecated?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  /** OpenAPI's discriminator: the property that names the branch, and the branch (a `$ref`) that each of its values names. */
  readonly discriminator?: {
    readonly propertyName: string;
    readonly mapping: Readonly<Record<string, string>>;
  };
  /** Its owner says that a value of it changes by itself, or that it does not (`volatile` of itc.yaml, `x-itc-volatile`). */
  readonly 'x-itc-volatile'?: boolean;
  /** Null is allowed by what the contract means, and not by its letter (`nullable` of OpenAPI 3.0 beside an `allOf`). */
  readonly 'x-itc-null'?: 'meant';
  /** Its owner says that the setup file gives its value (`seeds` of itc.yaml, `x-itc-seed`). */
  readonly 'x-itc-seed'?: boolean;
}

/** Named schemas: the targets of every `$ref`, by name (`[A-Za-z0-9._-]+`). */
export type Schemas = Readonly<Record<string, JsonSchema>>;
