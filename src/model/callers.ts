/** Who calls, with which credential, and how they come by it. */
import type { Method } from '../api/api.ts';
import type { Words } from '../api/words.ts';
import type { Body, Example } from './model.ts';
import type { Value } from './value.ts';

/**
 * Who calls. `user` may do all that good requests need. The others have
 * - `anonymous`: no credential;
 * - `malformed`: one that nobody ever got;
 * - `wrong-scheme`: the user's, under the name of another HTTP authentication scheme (RFC 9110 §11.1);
 * - `expired`: one that was good once;
 * - `stranger`: one of another user of the same standing;
 * - `lesser`: one of somebody who lacks the scope or role that the operation needs.
 */
export type Actor = 'user' | 'anonymous' | 'malformed' | 'wrong-scheme' | 'expired' | 'stranger' | 'lesser';

/** A credential that the setup file is asked for. */
export interface Credential {
  readonly actor: Extract<Actor, 'user' | 'expired' | 'stranger' | 'lesser'>;
  /** A key of `Contract.securitySchemes`. */
  readonly scheme: string;
  /** What it is, in words: `a bearer credential`, `somebody without the scope admin`. */
  readonly summary: string;
  /** Of several credentials for one scheme: the scopes that this one is good for. */
  readonly scopes?: readonly string[];
  /**
   * An environment variable that holds it; or a log-in, with what the environment says of a person. `scopes`: fewer than
   * the log-in asks for by itself.
   */
  readonly source:
    | { readonly kind: 'variable'; readonly name: string }
    | {
        readonly kind: 'log-in';
        readonly logIn: Words;
        readonly person: string;
        readonly scopes?: readonly string[];
      };
}

/**
 * How somebody comes by a credential. A `seed` in it is what the environment says of the person who logs in: for the
 * person `STRANGER`, `email` is the variable `STRANGER_EMAIL`.
 */
export type LogIn = { readonly name: Words; readonly summary: string } & (CallLogIn | GrantLogIn);

/** An operation of the API, or a call elsewhere, whose answer has the credential. */
export interface CallLogIn {
  readonly kind: 'call';
  readonly method: Method;
  /** A path of the API, or the URL of another server. */
  readonly url: string;
  readonly headers?: Value;
  readonly body?: Body;
  /** Made once for whoever logs in, because the log-in and the sign-up both speak of it: `username = unique(…)`. */
  readonly given?: readonly Example[];
  /** The call that makes whoever logs in, once before. */
  readonly signUp?: { readonly method: Method; readonly url: string; readonly body: Body };
  readonly credential: {
    readonly in: 'body' | 'header' | 'cookie';
    /** A JSON Pointer, or the name of a header or cookie. */
    readonly at: string;
  };
  /** What is sent in later requests: `Token {token}`. Absent: the credential as it is. */
  readonly template?: string;
  /** How the credential is ended: path parameters are parts of the answer to the log-in, by JSON Pointer. */
  readonly logOut?: {
    readonly method: Method;
    readonly path: string;
    readonly parameters: Readonly<Record<string, string>>;
  };
}

/** A token endpoint of OAuth 2 (RFC 6749 §4.3, §4.4), or of what OpenID Connect Discovery tells. */
export interface GrantLogIn {
  readonly kind: 'grant';
  readonly grant: 'password' | 'client-credentials';
  /** A path of the API, the URL of another server, or the URL of a discovery document. */
  readonly endpoint: { readonly kind: 'token' | 'discovery'; readonly url: string };
  readonly scopes: readonly string[];
}

/** Which credentials a call carries where it is not what its actor has for the operation. */
export type CarriedCredentials =
  /** The actor's own for these security schemes, and no others. */
  | { readonly kind: 'only'; readonly schemes: readonly string[] }
  /** These, by security scheme. */
  | { readonly kind: 'held'; readonly values: Readonly<Record<string, Value>> };
