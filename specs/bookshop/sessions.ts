import { randomBytes, randomUUID } from 'node:crypto';
import { noContent, notFound, unauthorized } from '../service/reply.ts';
import type { Caller, Handler } from '../service/service.ts';
import { matches } from './passwords.ts';
import type { Row, Store } from './store.ts';

const hour = 3_600_000;

/** Puts a session in, which ends at a time. */
export function addSession(
  store: Store,
  customerId: string,
  { token, expiresAt }: { readonly token: string; readonly expiresAt: Date },
): Row {
  const id = randomUUID();
  store.run(
    'INSERT INTO sessions (id, token, expires_at, customer_id) VALUES (?, ?, ?, ?)',
    id,
    token,
    expiresAt.toISOString(),
    customerId,
  );
  return { id, token, expires_at: expiresAt.toISOString() };
}

/** Who a bearer token (RFC 6750 §2.1) speaks for; nobody when there is no such session or it has ended. */
export const identify =
  (store: Store) =>
  (authorization: string): Caller | undefined => {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    return token === undefined
      ? undefined
      : store.one<{ id: string; role: string }>(
          `SELECT customers.id, role FROM sessions JOIN customers ON customers.id = customer_id
           WHERE token = ? AND expires_at > ?`,
          token,
          new Date().toISOString(),
        );
  };

/** Handlers of the operations of the tag Sessions. */
export const sessions = (store: Store): Readonly<Record<string, Handler>> => ({
  createSession: ({ body }) => {
    const { email, password } = body as { readonly email: string; readonly password: string };
    const customer = store.one('SELECT * FROM customers WHERE email = ?', email);
    if (!customer || !matches(password, String(customer['password']))) {
      return unauthorized('E-mail address or password is wrong.');
    }
    const token = randomBytes(24).toString('hex');
    const expiresAt = new Date(Date.now() + hour);
    const { id } = addSession(store, String(customer['id']), { token, expiresAt });
    const session = { id, token, role: customer['role'], expiresAt: expiresAt.toISOString() };
    return { status: 201, body: session };
  },

  deleteSession: ({ parameters, caller }) => {
    const isAdmin = caller?.role === 'admin';
    const removed = store.run(
      'DELETE FROM sessions WHERE id = ? AND (customer_id = ? OR ?)',
      String(parameters['sessionId']),
      caller!.id,
      Number(isAdmin),
    );
    return removed > 0 ? noContent : notFound('session');
  },
});
