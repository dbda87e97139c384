import { isArray, isObject, type Json, type JsonObject } from '../../api/json.ts';
import type { Actor } from '../../model/callers.ts';
import type { Body, Call } from '../../model/model.ts';
import { type Scope, shown } from './shown-value.ts';

/** A request as people read it; texts may hold variables (`readable`, `shellWord`). */
export interface ShownRequest {
  readonly method: string;
  /** With its query, not percent-encoded where people would not. */
  readonly target: string;
  /** Who calls, where that is not the user: `without a credential`. */
  readonly caller?: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly cookies: readonly (readonly [name: string, value: string])[];
  readonly body?: ShownBody;
}

export type ShownBody =
  | { readonly kind: 'json' | 'text'; readonly mediaType: string; readonly text: string }
  | { readonly kind: 'form' | 'multipart'; readonly fields: readonly (readonly [string, string])[] };

/** A call as it is sent, with what the scope knows. */
export function shownRequest(call: Call, scope: Scope): ShownRequest {
  const { method, path, pathParameters, query, headers, cookies, body, as } = call;
  const object = (value: Call['query']): JsonObject => {
    const json = value === undefined ? {} : shown(value, scope);
    return isObject(json) ? json : {};
  };
  const texts = (value: Call['query']) =>
    Object.entries(object(value)).map(([name, one]) => [name, textOf(one)] as const);
  const inPath = object(pathParameters);
  const filled = path.replaceAll(/\{([^{}/]+)\}/g, (hole, name: string) =>
    Object.hasOwn(inPath, name) ? encode(textOf(inPath[name]!)) : hole,
  );
  const pairs = Object.entries(object(query)).flatMap(([name, one]) =>
    (isArray(one) ? one : [one]).map((item) => `${encode(name)}=${encode(textOf(item))}`),
  );
  const caller = callerWords(as);
  return {
    method,
    target: pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`,
    ...(caller !== undefined && { caller }),
    headers: texts(headers),
    cookies: texts(cookies),
    ...(body && { body: shownBody(body, scope) }),
  };
}

function callerWords(actor: Actor): string | undefined {
  switch (actor) {
    case 'user':
      return undefined;
    case 'anonymous':
      return 'without a credential';
    case 'malformed':
      return 'with a malformed credential';
    case 'wrong-scheme':
      return 'with the credential under the name of another scheme';
    case 'expired':
      return 'with an expired credential';
    case 'stranger':
      return 'as another user';
    case 'lesser':
      return 'as somebody who may do less';
  }
}

function shownBody(body: Body, scope: Scope): ShownBody {
  const json = shown(body.value, scope);
  switch (body.kind) {
    case 'json':
      return { kind: 'json', mediaType: body.mediaType, text: JSON.stringify(json, null, 2) };
    case 'text':
      return { kind: 'text', mediaType: body.mediaType, text: textOf(json) };
    case 'form':
    case 'multipart':
      return { kind: body.kind, fields: fieldsOf(json) };
  }
}

function fieldsOf(json: Json): readonly (readonly [string, string])[] {
  if (!isObject(json)) return [];
  return Object.entries(json).flatMap(([name, value]) =>
    (isArray(value) ? value : [value]).map((item) => [name, textOf(item)] as const),
  );
}

function textOf(json: Json): string {
  return typeof json === 'string' ? json : JSON.stringify(json);
}

/** Percent-encoded where a URL needs it (RFC 3986 §2.2); variables and what reads well stay. */
function encode(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}\p{Cs}\uE000\uE001\-._~:@,;!*()']/gu, (one) => encodeURIComponent(one));
}
