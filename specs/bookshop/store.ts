import initSqlJs, { type Database, type SqlValue } from 'sql.js';

export type Row = Readonly<Record<string, SqlValue>>;

/** An SQL database in memory (SQLite). Parameters stand for the `?` of a statement, in order. */
export interface Store {
  all<T = Row>(sql: string, ...parameters: SqlValue[]): readonly T[];
  one<T = Row>(sql: string, ...parameters: SqlValue[]): T | undefined;
  /** Runs a statement and says how many rows it changed. */
  run(sql: string, ...parameters: SqlValue[]): number;
}

/**
 * What callers send is kept as a document, in JSON; what is searched, sorted or unique is a column made of it.
 * `rowid` grows with every thing, so it is the order of creation.
 */
const tables = `
  CREATE TABLE customers (
    id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, password TEXT NOT NULL, role TEXT NOT NULL,
    document TEXT NOT NULL, created_at TEXT NOT NULL);
  CREATE TABLE sessions (
    id TEXT PRIMARY KEY, token TEXT NOT NULL UNIQUE, expires_at TEXT NOT NULL,
    customer_id TEXT NOT NULL REFERENCES customers ON DELETE CASCADE);
  CREATE TABLE authors (id TEXT PRIMARY KEY, document TEXT NOT NULL, created_at TEXT NOT NULL);
  CREATE TABLE books (
    id TEXT PRIMARY KEY, document TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL,
    isbn TEXT AS (document ->> '$.isbn') UNIQUE,
    title TEXT AS (document ->> '$.title'),
    author_id TEXT AS (document ->> '$.authorId') REFERENCES authors,
    price REAL AS (document ->> '$.price'));
  CREATE TABLE covers (
    book_id TEXT PRIMARY KEY REFERENCES books ON DELETE CASCADE, media_type TEXT NOT NULL, bytes BLOB NOT NULL, alt TEXT);
  CREATE TABLE orders (
    id INTEGER PRIMARY KEY AUTOINCREMENT, customer_id TEXT NOT NULL REFERENCES customers ON DELETE CASCADE,
    status TEXT NOT NULL, document TEXT NOT NULL, placed_at TEXT NOT NULL);
`;

/** A new, empty store. */
export async function openStore(): Promise<Store> {
  const { Database } = await initSqlJs();
  const database = new Database();
  database.run('PRAGMA foreign_keys = ON');
  database.run(tables);
  return {
    all: <T>(sql: string, ...parameters: SqlValue[]) => rowsOf<T>(database, sql, parameters),
    one: <T>(sql: string, ...parameters: SqlValue[]) => rowsOf<T>(database, sql, parameters)[0],
    run: (sql, ...parameters) => database.run(sql, parameters).getRowsModified(),
  };
}

function rowsOf<T>(database: Database, sql: string, parameters: SqlValue[]): readonly T[] {
  const statement = database.prepare(sql, parameters);
  const rows: T[] = [];
  while (statement.step()) rows.push(statement.getAsObject() as T);
  statement.free();
  return rows;
}
