import { STATUS_CODES } from 'node:http';
import type { Complaint } from './judge.ts';

/** What goes back: JSON, bytes of a media type, or no body at all. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Anything JSON can write. */
  readonly body?: unknown;
  /** Instead of `body`: bytes, of the media type that `headers` say. */
  readonly bytes?: Buffer;
}

export const ok = (body: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status: 200,
  headers,
  body,
});

/** 201 with the place of the new thing (RFC 9110 §15.3.2). */
export const created = (location: string, body: unknown): Reply => ({
  status: 201,
  headers: { Location: location },
  body,
});

export const noContent: Reply = { status: 204 };

/** A problem document (RFC 9457). */
export const problem = (status: number, detail: string, errors: readonly Complaint[] = []): Reply => ({
  status,
  headers: { 'Content-Type': 'application/problem+json' },
  body: {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Problem',
    status,
    detail,
    ...(errors.length > 0 ? { errors } : {}),
  },
});

export const notFound = (what: string): Reply => problem(404, `There is no such ${what}.`);

/** 401 with the challenge that RFC 9110 §15.5.2 demands. */
export const unauthorized = (detail: string, challenge = 'Bearer realm="itc"'): Reply => ({
  ...problem(401, detail),
  headers: { 'Content-Type': 'application/problem+json', 'WWW-Authenticate': challenge },
});
