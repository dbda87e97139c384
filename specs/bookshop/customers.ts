import { randomUUID } from 'node:crypto';
import { created, noContent, notFound, ok, problem } from '../service/reply.ts';
import type { Caller, Handler } from '../service/service.ts';
import { page } from './pages.ts';
import { hash } from './passwords.ts';
import type { Row, Store } from './store.ts';

/** What a new customer says. */
export interface NewCustomer {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly newsletter?: boolean;
}

/** Puts a customer in. The e-mail address must be free. */
export function addCustomer(store: Store, customer: NewCustomer, role = 'customer'): Row {
  const { email, password, name, newsletter } = customer;
  const id = randomUUID();
  const document = JSON.stringify({ email, name, newsletter });
  const columns = '(id, email, password, role, document, created_at)';
  store.run(
    `INSERT INTO customers ${columns} VALUES (?, ?, ?, ?, ?, ?)`,
    id,
    email,
    hash(password),
    role,
    document,
    new Date().toISOString(),
  );
  return store.one('SELECT * FROM customers WHERE id = ?', id)!;
}

/** Handlers of the operations of the tag Customers. */
export function customers(store: Store): Readonly<Record<string, Handler>> {
  /** A customer whom the caller may see. */
  const find = (id: unknown, caller: Caller | undefined) =>
    caller?.role === 'admin' || caller?.id === id
      ? store.one('SELECT * FROM customers WHERE id = ?', String(id))
      : undefined;

  return {
    listCustomers: (request) => page(store, request, { table: 'customers', present }),

    createCustomer: ({ body }) => {
      const customer = body as NewCustomer;
      if (store.one('SELECT id FROM customers WHERE email = ?', customer.email)) {
        return problem(409, 'Somebody else has this e-mail address.');
      }
      const row = addCustomer(store, customer);
      return created(`/customers/${row['id']}`, present(row));
    },

    getCustomer: ({ parameters, caller }) => {
      const row = find(parameters['customerId'], caller);
      return row ? ok(present(row)) : notFound('customer');
    },

    deleteCustomer: ({ parameters, caller }) => {
      const row = find(parameters['customerId'], caller);
      if (!row) return notFound('customer');
      store.run('DELETE FROM customers WHERE id = ?', row['id']!);
      return noContent;
    },
  };
}

const present = (row: Row) => ({
  id: row['id'],
  ...JSON.parse(String(row['document'])),
  role: row['role'],
  createdAt: row['created_at'],
});
