import type { Call } from './model.ts';
import { literal, replaced } from './value.ts';

/** The same call, asking for an answer of a media type (RFC 9110 §12.5.1). */
export function asking(call: Call, mediaType: string): Call {
  return { ...call, headers: replaced(call.headers ?? literal({}), 'Accept', literal(mediaType)) };
}
