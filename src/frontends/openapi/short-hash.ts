/**
 * Six hexadecimal digits of SHA-256: a name for what would share one. Few contracts need it, and `node:crypto` takes 8 ms
 * to import as a module (it brings WebCrypto along), so it is asked for here and now.
 */
export function shortHash(text: string): string {
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256').update(text).digest('hex').slice(0, 6);
}
