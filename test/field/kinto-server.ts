import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pythonEnvironment } from '../../scripts/toolchain.ts';

/** Serves the application of a Paste configuration on loopback alone. */
const serve = `
import sys
from paste.deploy import loadapp
from waitress import serve
serve(loadapp("config:" + sys.argv[1]), host="127.0.0.1", port=int(sys.argv[2]), threads=4)
`;

export interface RunningKinto {
  /** With the path that every operation begins with: `http://127.0.0.1:41234/v1`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Kinto (a storage service, from PyPI) on a free port of loopback, with nothing in it; installed where it is not there yet. */
export async function startKinto(): Promise<RunningKinto> {
  const requirements = readFileSync(path.join(import.meta.dirname, 'kinto-requirements.txt'), 'utf8');
  const bin = await pythonEnvironment('kinto', requirements.trim().split('\n'));
  const port = await freePort();
  const settings = path.join(import.meta.dirname, 'kinto.ini');
  const server = spawn(path.join(bin, 'python'), ['-c', serve, settings, String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => (said += text));
  const url = `http://127.0.0.1:${port}/v1`;
  for (const until = Date.now() + 60_000; ; await pause(100)) {
    if (server.exitCode !== null) throw new Error(`Kinto ended:\n${said}`);
    const isUp = await fetch(`${url}/__lbheartbeat__`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) break;
    if (Date.now() > until) throw new Error(`Kinto does not answer:\n${said}`);
  }
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.once('exit', () => resolve());
        server.kill();
      }),
  };
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
