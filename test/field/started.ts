import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A service that runs in a process of its own. */
export interface Started {
  /** With the path that every operation begins with: `http://127.0.0.1:41234/v1`. */
  readonly url: string;
  close(): Promise<void>;
}

/** How a service is started. */
export interface Program {
  /** Its name, in what is said of it. */
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly environment?: Readonly<Record<string, string>>;
  readonly url: string;
  /** Answers with a 2xx as soon as the service can be used; relative to `url`. */
  readonly alive: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Starts a service and waits until it answers.
 *
 * @throws Error with all that it said, where it ends or does not answer for a minute.
 */
export async function startProgram(program: Program): Promise<Started> {
  const { name, command, environment = {}, url, alive, headers = {} } = program;
  const [file, ...parameters] = command;
  const server = spawn(file, parameters, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let said = '';
  server.on('error', (error) => (said += `${error.message}\n`));
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => (said += text));
  for (const until = Date.now() + 60_000; ; await pause(100)) {
    if (server.exitCode !== null || server.pid === undefined) throw new Error(`${name} ended:\n${said}`);
    const isUp = await fetch(`${url}${alive}`, { headers }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) break;
    if (Date.now() > until) {
      server.kill();
      throw new Error(`${name} does not answer:\n${said}`);
    }
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

/** A port of loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
