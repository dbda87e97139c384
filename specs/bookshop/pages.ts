import { ok, type Reply } from '../service/reply.ts';
import type { ServiceRequest } from '../service/service.ts';
import type { Row, Store } from './store.ts';
import type { SqlValue } from 'sql.js';

/** Which rows of which table, in which order. */
export interface Listing {
  readonly table: 'customers' | 'authors' | 'books';
  /** Conditions that all hold, each with the value of its one `?`. */
  readonly where?: readonly (readonly [condition: string, value: SqlValue])[];
  /** The newest first when it is absent. */
  readonly order?: string;
  readonly present: (row: Row) => unknown;
}

/** The page of a listing that `limit` and `offset` ask for, with a Link to the next one (RFC 8288) where there is one. */
export function page(store: Store, { parameters, url }: ServiceRequest, listing: Listing): Reply {
  const { limit, offset } = parameters as { readonly limit: number; readonly offset: number };
  const where = ['TRUE', ...(listing.where ?? []).map(([condition]) => condition)].join(' AND ');
  const values = (listing.where ?? []).map(([, value]) => value);
  const from = `FROM ${listing.table} WHERE ${where}`;
  const total = store.one<{ total: number }>(`SELECT count(*) AS total ${from}`, ...values)!.total;
  const order = listing.order ?? 'rowid DESC';
  const rows = store.all(`SELECT * ${from} ORDER BY ${order} LIMIT ? OFFSET ?`, ...values, limit, offset);
  const body = { items: rows.map(listing.present), total, limit, offset };
  return ok(body, offset + limit < total ? { Link: linkToNext(url, limit, offset + limit) } : {});
}

function linkToNext(url: string, limit: number, offset: number): string {
  const [path, query] = url.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('limit', String(limit));
  parameters.set('offset', String(offset));
  return `<${path}?${parameters}>; rel="next"`;
}
