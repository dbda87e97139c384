import type { Place } from '../source/place.ts';
import type { Json, JsonObject } from './json.ts';
import type { Person } from './people.ts';
import type { JsonSchema, Schemas } from './json-schema.ts';
import type { Given, GivenMember, OperationWords, OwnerWords } from './owner.ts';
import type { Words } from './words.ts';
import type { Workflow } from './workflows.ts';

/**
 * What a contract says, whichever language it was said in: plain, read-only data that can be printed as JSON.
 * Front-ends make it; rules read it.
 */
export interface Api {
  readonly title: string;
  /** The document it was read from, as it is shown to people. */
  readonly document: string;
  /** Paths in front of every operation's path (`/v1`), from `servers` or `basePath`; `''` when there is none. */
  readonly basePath: string;
  readonly operations: readonly Operation[];
  /** Every named schema that something refers to. */
  readonly schemas: Schemas;
  /** Where each named schema is written. */
  readonly schemaPlaces: Readonly<Record<string, Place>>;
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  /** What somebody does with the API step by step, from Arazzo documents. */
  readonly workflows?: readonly Workflow[];
  /** Who may call it, where an auth file tells. */
  readonly people?: readonly Person[];
  /** What the front-end could not turn into operations. */
  readonly gaps: readonly ApiGap[];
  /** What its owner says beyond the contract; absent until it is worked in, and where it is nothing. */
  readonly owner?: OwnerWords;
}

/** `get-book`: an operation's name for good, in case ids and reports. Independent of order and of neighbours. */
export type OperationKey = string;

export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'PATCH' | 'TRACE';

export interface Operation {
  readonly key: OperationKey;
  /** Words of the operationId, else of the method and the path. */
  readonly name: Words;
  readonly operationId?: string;
  readonly method: Method;
  /** The path template as the contract writes it, without the base path: `/books/{bookId}`. */
  readonly path: string;
  readonly tags: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated: boolean;
  readonly parameters: readonly Parameter[];
  readonly body?: RequestBody;
  readonly responses: readonly Response[];
  /** Alternatives, any of which lets a request in; an empty alternative lets everybody in; no alternatives: no security. */
  readonly security: readonly SecurityAlternative[];
  /** Specification extensions (`x-…`) of the operation. */
  readonly extensions: JsonObject;
  /** What its owner says beyond the contract. */
  readonly owner?: OperationWords;
  readonly place: Place;
}

export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie';

export interface Parameter {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly required: boolean;
  readonly schema: JsonSchema;
  /** How a value is put on the wire (OpenAPI 3.1 §4.8.12.3), or `content`: serialised in a media type, as JSON. */
  readonly style:
    | 'simple'
    | 'label'
    | 'matrix'
    | 'form'
    | 'spaceDelimited'
    | 'pipeDelimited'
    | 'tabDelimited'
    | 'deepObject'
    | 'content';
  readonly explode: boolean;
  readonly description?: string;
  readonly deprecated: boolean;
  readonly examples: readonly NamedExample[];
  /** Those of our own (`x-itc-…`), where there are any. */
  readonly extensions?: JsonObject;
  /** What its owner wants to be sent. */
  readonly given?: Given;
  /** Its owner says that the setup file gives its value. */
  readonly isSeed?: true;
  readonly place: Place;
}

export interface RequestBody {
  readonly required: boolean;
  /** The language of the contract leaves it out, and yet it is required: it is sent, and no server need look at it. */
  readonly isIgnored?: true;
  /** One entry per media type, in the contract's order. */
  readonly contents: readonly Content[];
  readonly place: Place;
}

export interface Content {
  /** As the contract writes it: `application/json`, `image/*`. */
  readonly mediaType: string;
  /** Absent when the contract says nothing about the value. */
  readonly schema?: JsonSchema;
  readonly examples: readonly NamedExample[];
  /** Media types of the parts of a multipart body, by part, where the contract names them. */
  readonly encoding: Readonly<Record<string, { readonly contentType?: string }>>;
  /** Those of our own (`x-itc-…`), where there are any. */
  readonly extensions?: JsonObject;
  /** What its owner wants some members to be, in every good request but those that it gives as a whole. */
  readonly given?: readonly GivenMember[];
  readonly place: Place;
}

/** An example of the contract; `name` is `''` for the single, unnamed one. */
export interface NamedExample {
  readonly name: string;
  readonly value: Json;
  /** Its owner gives it, and no part of it is changed. */
  readonly isGiven?: true;
  readonly place: Place;
}

export interface Response {
  /** `201`, `2XX` (upper case) or `default`. */
  readonly status: string;
  readonly description: string;
  readonly contents: readonly Content[];
  readonly headers: readonly ResponseHeader[];
  readonly links: readonly Link[];
  readonly place: Place;
}

export interface ResponseHeader {
  readonly name: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
  readonly place: Place;
}

/** An OpenAPI Link: what of this answer another operation takes. Values are runtime expressions or constants. */
export interface Link {
  readonly name: string;
  readonly operation: OperationKey;
  readonly parameters: Readonly<Record<string, Json>>;
  readonly body?: Json;
  readonly place: Place;
}

/** Schemes that must all be satisfied. */
export type SecurityAlternative = readonly SecurityRequirement[];

export interface SecurityRequirement {
  /** A key of `Api.securitySchemes`. */
  readonly scheme: string;
  readonly scopes: readonly string[];
  /** Where it is declared as a parameter, and not under `security`. */
  readonly parameter?: Place;
}

export type SecurityScheme =
  | {
      readonly type: 'apiKey';
      readonly in: 'query' | 'header' | 'cookie';
      readonly name: string;
      readonly description?: string;
    }
  | { readonly type: 'http'; readonly scheme: string; readonly description?: string } // `bearer`, `basic` …, lower case
  | { readonly type: 'oauth2'; readonly flows: JsonObject; readonly description?: string }
  | { readonly type: 'openIdConnect'; readonly url: string; readonly description?: string }
  | { readonly type: 'mutualTLS'; readonly description?: string };

/** A part of the contract that was read and could not be used. */
export interface ApiGap {
  readonly code: string;
  readonly reason: string;
  readonly place: Place;
}
