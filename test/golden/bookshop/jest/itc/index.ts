// Written by itc, the same for every contract. Do not edit: it is written again.
/** Calls an API and checks what it answers against contract.json. */
import { aroundEachCase, currentSession } from "./case";
import { Client } from "./client";
import type { Actor } from "./keyring";

export { thing } from "./case";
export {
  accepted,
  allows,
  conforms,
  every,
  forgets,
  isEmpty,
  lacks,
  lists,
  sorted,
} from "./checks";
export {
  at,
  changed,
  FORBIDDEN,
  INVALID,
  MISSING,
  seed,
  UNAUTHENTICATED,
  unique,
  upload,
  uploadBase64,
  without,
} from "./values";
export type { Json } from "./values";

const client = (actor: Actor) => new Client(actor, currentSession);

/** The API, called with the credentials of the set-up. */
export const api = client("user");

/** The API, called without a credential. */
export const anonymous = client("anonymous");

/** The API, called with a credential that nobody ever got. */
export const malformed = client("malformed");

/** The API, called with the user's credential under the name of another scheme. */
export const wrongScheme = client("wrong-scheme");

/** The API, called with a credential that was good once. */
export const expired = client("expired");

/** The API, called by another user of the same standing. */
export const stranger = client("stranger");

/** The API, called by somebody without the scope or role that an operation needs. */
export const lesser = client("lesser");

aroundEachCase();
