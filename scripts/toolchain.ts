/**
 * The tools that emitted suites are checked with, in `.toolchain/` inside the checkout: pinned, installed once, and
 * an error (never a skip) where that fails. `tsx scripts/toolchain.ts` installs them; tests ask `pythonTools()`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What an emitted suite needs, what checks it, and two frameworks to call in process. */
const PACKAGES = [
  'httpx==0.28.1',
  'jsonschema[format]==4.26.0',
  'pytest==9.2.0',
  'pytest-xdist==3.8.0',
  'pytest-randomly==5.1.0',
  'ruff==0.17.5',
  'fastapi==0.165.0',
  'flask==3.1.3',
];

/** Absolute paths of the Python tools. */
export interface PythonTools {
  /** The folder they are in, to be put in front of `PATH`. */
  readonly bin: string;
  readonly python: string;
  readonly pytest: string;
  readonly ruff: string;
}

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(root, '.toolchain');

/**
 * The Python tools, installed when they are not there yet (about 15 seconds; a few milliseconds afterwards).
 *
 * @throws When a tool can't be installed: the message is that of apt, venv or pip.
 */
export async function pythonTools(): Promise<PythonTools> {
  const bin = await pythonEnvironment('venv', PACKAGES);
  const tool = (name: string) => path.join(bin, name);
  return { bin, python: tool('python'), pytest: tool('pytest'), ruff: tool('ruff') };
}

/**
 * A virtual environment in `.toolchain/` with these packages, made anew when the list is another one.
 *
 * @returns the absolute path of its programs' folder.
 * @throws When it can't be made: the message is that of apt, venv or pip.
 */
export async function pythonEnvironment(name: string, packages: readonly string[]): Promise<string> {
  const venv = path.join(folder, name);
  const installed = path.join(venv, 'itc-packages.txt');
  const isInstalled = () => existsSync(installed) && readFileSync(installed, 'utf8') === packages.join('\n');
  if (!isInstalled()) {
    await alone(venv, () => {
      if (isInstalled()) return;
      install(venv, packages);
      writeFileSync(installed, packages.join('\n'));
    });
  }
  return path.join(venv, 'bin');
}

/** Two test runs may ask at the same time: the one that makes the folder installs, the other waits for it. */
async function alone(venv: string, install: () => void): Promise<void> {
  const lock = `${venv}.lock`;
  mkdirSync(folder, { recursive: true });
  for (const until = Date.now() + 180_000; ; await pause(250)) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (Date.now() > until)
        throw new Error(`${lock} is still there; remove it if nothing installs`, { cause: error });
    }
  }
  try {
    install();
  } finally {
    rmdirSync(lock);
  }
}

function install(venv: string, packages: readonly string[]): void {
  rmSync(venv, { recursive: true, force: true });
  try {
    run('python3', '-m', 'venv', venv);
  } catch (error) {
    // Debian splits `venv` off from its Python.
    if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) throw error;
    run('apt-get', 'install', '--yes', '--no-install-recommends', 'python3-venv');
    run('python3', '-m', 'venv', '--clear', venv);
  }
  const python = path.join(venv, 'bin', 'python');
  run(python, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages);
}

function run(command: string, ...args: readonly string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await pythonTools();
