import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { debianPackages, pythonTools } from '../../scripts/toolchain.ts';
import { freePort, startProgram, type Started } from './started.ts';

/** The server, its backend on SQLite, and what of its libraries a plain Debian has not. */
const packages = ['pdns-server=4.7.3-2', 'pdns-backend-sqlite3=4.7.3-2', 'libluajit-5.1-2', 'libsodium23'];

/** What opens its API: the header X-API-Key. */
export const key = 'sesame';

const makeDatabase = `
import sqlite3, sys
with open(sys.argv[1]) as schema:
    sqlite3.connect(sys.argv[2]).executescript(schema.read())
`;

/** PowerDNS (an authoritative name server, from Debian) on free ports of loopback, without a zone; unpacked where it is not there yet. */
export async function startPowerDns(): Promise<Started> {
  const root = await debianPackages('powerdns', packages);
  const folder = mkdtempSync(path.join(tmpdir(), 'itc-powerdns-'));
  const database = path.join(folder, 'zones.sqlite');
  const schema = path.join(root, 'usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql');
  execFileSync((await pythonTools()).python, ['-c', makeDatabase, schema, database]);
  const libraries = path.join(root, 'usr/lib', `${machine()}-linux-gnu`);
  const [port, dnsPort] = [await freePort(), await freePort()];
  const settings = {
    launch: 'gsqlite3',
    'gsqlite3-database': database,
    'gsqlite3-dnssec': 'yes',
    'module-dir': path.join(libraries, 'pdns'),
    'socket-dir': folder,
    'local-address': '127.0.0.1',
    'local-port': dnsPort,
    webserver: 'yes',
    'webserver-address': '127.0.0.1',
    'webserver-port': port,
    api: 'yes',
    'api-key': key,
    // It asks a server of its makers for known holes otherwise.
    'security-poll-suffix': '',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  writeFileSync(path.join(folder, 'pdns.conf'), lines.join('\n'));
  const started = await startProgram({
    name: 'PowerDNS',
    command: [
      path.join(root, 'usr/sbin/pdns_server'),
      `--config-dir=${folder}`,
      '--daemon=no',
      '--guardian=no',
    ],
    environment: { LD_LIBRARY_PATH: libraries },
    url: `http://127.0.0.1:${port}/api/v1`,
    alive: '/servers',
    headers: { 'X-API-Key': key },
  });
  return {
    url: started.url,
    close: async () => {
      await started.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function machine(): string {
  return process.arch === 'arm64' ? 'aarch64' : 'x86_64';
}
