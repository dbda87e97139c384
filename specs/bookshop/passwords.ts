import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

/** Cheap on purpose: a suite logs in often, and nothing here is worth stealing. */
const cost = { N: 1024 };

/** A salted hash of a password (scrypt, RFC 7914): `salt:key`, in hexadecimal. */
export function hash(password: string): string {
  const salt = randomBytes(16);
  return `${salt.toString('hex')}:${scryptSync(password, salt, 32, cost).toString('hex')}`;
}

/** Whether a password is the one of a hash. */
export function matches(password: string, hashed: string): boolean {
  const [salt, key] = hashed.split(':').map((part) => Buffer.from(part, 'hex'));
  return timingSafeEqual(scryptSync(password, salt!, 32, cost), key!);
}
