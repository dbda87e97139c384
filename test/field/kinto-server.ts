import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pythonEnvironment } from '../../scripts/toolchain.ts';
import { freePort, startProgram, type Started } from './started.ts';

/** Serves the application of a Paste configuration on loopback alone. */
const serve = `
import sys
from paste.deploy import loadapp
from waitress import serve
serve(loadapp("config:" + sys.argv[1]), host="127.0.0.1", port=int(sys.argv[2]), threads=4)
`;

/** Kinto (a storage service, from PyPI) on a free port of loopback, with nothing in it; installed where it is not there yet. */
export async function startKinto(): Promise<Started> {
  const requirements = readFileSync(path.join(import.meta.dirname, 'kinto-requirements.txt'), 'utf8');
  const bin = await pythonEnvironment('kinto', requirements.trim().split('\n'));
  const port = await freePort();
  const settings = path.join(import.meta.dirname, 'kinto.ini');
  return startProgram({
    name: 'Kinto',
    command: [path.join(bin, 'python'), '-c', serve, settings, String(port)],
    url: `http://127.0.0.1:${port}/v1`,
    alive: '/__lbheartbeat__',
  });
}
