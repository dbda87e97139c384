import { createHash } from 'node:crypto';

/**
 * SHA-256 of a text in UTF-8, in lower-case hexadecimal. Line ends count as `\n`, so that a file which git has checked
 * out with CRLF (`core.autocrlf`) is the same file.
 */
export function fingerprint(text: string): string {
  return createHash('sha256').update(unixLines(text)).digest('hex');
}

/** The same text with `\n` at the end of each line. */
export function unixLines(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
}
