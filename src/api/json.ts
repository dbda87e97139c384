/** Any JSON value (RFC 8259). Read-only: nothing in this compiler changes a value in place. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [member: string]: Json;
}
