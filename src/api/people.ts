import type { Method } from './api.ts';
import type { Json } from './json.ts';

/** Somebody of whom an auth file tells how they say who they are. What is secret about it is not kept here. */
export interface Person {
  /** `admin`, as the file names them. */
  readonly name: string;
  /** Headers that are sent with every request; their values are secret. */
  readonly headers: readonly string[];
  readonly logIn?: PersonLogIn;
  /** The call that makes this person before they log in, and what is new in it. */
  readonly signUp?: PersonSignUp;
  /** The file; its lines are not for showing: they hold secrets. */
  readonly document: string;
}

/** A payload, in which a secret has no more than the name that the environment knows it by. */
export type Payload =
  | { readonly kind: 'literal'; readonly json: Json }
  | { readonly kind: 'secret'; readonly name: string }
  /** What is made for a person who signs up, by the name in `PersonSignUp.made`. */
  | { readonly kind: 'made'; readonly name: string }
  | { readonly kind: 'text'; readonly parts: readonly Payload[] }
  | { readonly kind: 'object'; readonly members: Readonly<Record<string, Payload>> };

export interface PersonSignUp {
  readonly method: Method;
  /** A path of the API, or the URL of another server. */
  readonly url: string;
  readonly mediaType: string;
  readonly payload: Payload;
  /** Texts that nobody else has: each `#` of a template becomes a digit. */
  readonly made: readonly { readonly name: string; readonly template: string }[];
}

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
