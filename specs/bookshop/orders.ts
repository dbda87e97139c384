import { created, noContent, notFound, ok, problem } from '../service/reply.ts';
import type { Handler, ServiceRequest } from '../service/service.ts';
import type { Row, Store } from './store.ts';

interface Order {
  readonly items: readonly { readonly bookId: string; readonly quantity: number }[];
  readonly payment: Readonly<Record<string, string>>;
}

/** Handlers of the operations of the tag Orders. Customers have to do with their own orders only, admins with all. */
export function orders(store: Store): Readonly<Record<string, Handler>> {
  const find = ({ parameters, caller }: ServiceRequest) =>
    store.one(
      'SELECT * FROM orders WHERE id = ? AND (customer_id = ? OR ?)',
      Number(parameters['orderId']),
      caller!.id,
      Number(caller!.role === 'admin'),
    );

  const priceOf = (id: string) =>
    store.one<{ price: number }>('SELECT price FROM books WHERE id = ?', id)?.price;

  return {
    listOrders: ({ parameters, caller }) => {
      const { limit, cursor, status } = parameters as Readonly<Record<string, string>> & {
        readonly limit: number;
      };
      const before = cursor === undefined ? 2 ** 31 : numberOf(cursor);
      if (before === undefined) return problem(400, 'The cursor is not one of ours.');
      const rows = store.all(
        `SELECT * FROM orders WHERE id < ? AND (customer_id = ? OR ?) AND status = coalesce(?, status)
         ORDER BY id DESC LIMIT ?`,
        before,
        caller!.id,
        Number(caller!.role === 'admin'),
        status ?? null,
        limit + 1,
      );
      const items = rows.slice(0, limit);
      return ok({
        items: items.map(present),
        next: rows.length > limit ? cursorBefore(items.at(-1)!) : null,
      });
    },

    createOrder: ({ body, caller }) => {
      const order = body as Order;
      const items = order.items.map((item) => ({ ...item, unitPrice: priceOf(item.bookId) }));
      const missing = items.flatMap(({ unitPrice }, index) =>
        unitPrice === undefined
          ? [{ at: `/items/${index}/bookId`, message: 'must be the id of a book' }]
          : [],
      );
      if (missing.length > 0) return problem(422, 'There is no such book.', missing);
      const total = items.reduce((sum, { unitPrice, quantity }) => sum + unitPrice! * quantity, 0);
      const document = JSON.stringify({ ...order, items, payment: withoutSecrets(order.payment), total });
      store.run(
        'INSERT INTO orders (customer_id, status, document, placed_at) VALUES (?, ?, ?, ?)',
        caller!.id,
        'placed',
        document,
        new Date().toISOString(),
      );
      const row = store.one('SELECT * FROM orders WHERE id = last_insert_rowid()')!;
      return created(`/orders/${row['id']}`, present(row));
    },

    getOrder: (request) => {
      const row = find(request);
      return row ? ok(present(row)) : notFound('order');
    },

    deleteOrder: (request) => {
      const row = find(request);
      if (!row) return notFound('order');
      store.run('DELETE FROM orders WHERE id = ?', row['id']!);
      return noContent;
    },

    cancelOrder: (request) => {
      const row = find(request);
      if (!row) return notFound('order');
      if (row['status'] === 'cancelled') return problem(409, 'The order is cancelled already.');
      store.run("UPDATE orders SET status = 'cancelled' WHERE id = ?", row['id']!);
      return ok(present({ ...row, status: 'cancelled' }));
    },
  };
}

/** Of a card only its last digits are kept. */
function withoutSecrets(payment: Order['payment']) {
  const secrets = ['number', 'securityCode'];
  const rest = Object.fromEntries(Object.entries(payment).filter(([name]) => !secrets.includes(name)));
  return payment['number'] === undefined ? rest : { ...rest, lastDigits: payment['number'].slice(-4) };
}

const cursorBefore = (row: Row) => Buffer.from(`before:${row['id']}`).toString('base64url');

const numberOf = (cursor: string) => {
  const id = /^before:(\d{1,10})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  return id === undefined ? undefined : Number(id);
};

const present = (row: Row) => ({
  ...JSON.parse(String(row['document'])),
  id: row['id'],
  customerId: row['customer_id'],
  status: row['status'],
  placedAt: row['placed_at'],
});
