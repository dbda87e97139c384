import type { Method } from './api.ts';
import type { Json } from './json.ts';

/** Somebody of whom an auth file tells how they say who they are. What is secret about it is not kept here. */
export interface Person {
  /** `admin`, as the file names them. */
  readonly name: string;
  /** Headers that are sent with every request; their values are secret. */
  readonly headers: readonly string[];
  readonly logIn?: PersonLogIn;
  /** The file; its lines are not for showing: they hold secrets. */
  readonly document: string;
}

/** A payload, in which a secret has no more than the name that the environment knows it by. */
export type Payload =
  | { readonly kind: 'literal'; readonly json: Json }
  | { readonly kind: 'secret'; readonly name: string }
  | { readonly kind: 'object'; readonly members: Readonly<Record<string, Payload>> };

export interface PersonLogIn {
  readonly method: Method;
  /** A path of the API, or the URL of another server. */
  readonly url: string;
  /** Headers of the call, whose values are secret. */
  readonly headers: readonly string[];
  readonly mediaType: string;
  readonly payload?: Payload;
  readonly credential: { readonly in: 'body' | 'header' | 'cookie'; readonly at: string };
  /** How the credential is sent later; absent: as the cookie that it is. */
  readonly send?: { readonly in: 'header' | 'query'; readonly name: string; readonly template: string };
}
