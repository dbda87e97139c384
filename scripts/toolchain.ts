/**
 * The tools that emitted suites are checked with, in `.toolchain/` inside the checkout: pinned, installed once, and
 * an error (never a skip) where that fails. `tsx scripts/toolchain.ts` installs them; tests ask `pythonTools()`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
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

/** What an emitted Jest suite needs, and what checks it. */
const JEST_PACKAGES = [
  '@eslint/js@9.39.5',
  '@swc/core@1.16.22',
  '@swc/jest@0.2.39',
  '@types/jest@30.0.0',
  '@types/node@20.19.43',
  '@types/supertest@7.2.1',
  'ajv@8.20.0',
  'ajv-formats@3.0.1',
  'eslint@9.39.5',
  'express@5.3.0',
  'jest@30.5.2',
  'jest-environment-node@30.5.2',
  'prettier@3.10.1',
  'supertest@7.3.2',
  'ts-jest@29.4.15',
  'typescript@6.0.3',
  'typescript-eslint@8.73.0',
  'vitest@4.1.12',
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
 * The packages that emitted Jest suites are run and checked with (about 20 seconds; a few milliseconds afterwards).
 *
 * @returns the absolute path of their `node_modules`.
 * @throws When they can't be installed: the message is that of npm.
 */
export async function jestPackages(): Promise<string> {
  return path.join(await nodeEnvironment('jest', JEST_PACKAGES, '2026-11-20'), 'node_modules');
}

/**
 * A virtual environment in `.toolchain/` with these packages, made anew when the list is another one.
 *
 * @returns the absolute path of its programs' folder.
 * @throws When it can't be made: the message is that of apt, venv or pip.
 */
export async function pythonEnvironment(name: string, packages: readonly string[]): Promise<string> {
  return path.join(await once(name, packages, (venv) => install(venv, packages)), 'bin');
}

/**
 * Packages from npm in a folder of `.toolchain/`, made anew when the list is another one. Their own dependencies are what
 * they were on a day (`2026-11-01`), and none of their install scripts runs.
 *
 * @returns the absolute path of the folder, which has a `node_modules`.
 * @throws When they can't be installed: the message is that of npm.
 */
export async function nodeEnvironment(
  name: string,
  packages: readonly string[],
  day: string,
): Promise<string> {
  return once(name, [...packages, day], (target) => {
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    run('npm', 'install', ...quietly, `--before=${day}`, '--prefix', target, ...packages);
  });
}

/**
 * Packages of Debian, unpacked and not installed: nothing of the system is changed, and nobody has to be root.
 *
 * @param packages Names, with or without a version: `pdns-server=4.7.3-2`.
 * @returns the absolute path of the folder that stands for `/`.
 * @throws When they can't be had: the message is that of apt or dpkg.
 */
export async function debianPackages(name: string, packages: readonly string[]): Promise<string> {
  return once(name, packages, (target) => {
    rmSync(target, { recursive: true, force: true });
    const downloads = path.join(target, 'packages');
    mkdirSync(downloads, { recursive: true });
    execFileSync('apt-get', ['download', '--quiet', ...packages], { cwd: downloads, stdio: 'pipe' });
    for (const file of readdirSync(downloads)) run('dpkg', '--extract', path.join(downloads, file), target);
  });
}

/** A folder of the toolchain, installed where it is not what these lines say; they are kept in it. */
async function once(
  name: string,
  lines: readonly string[],
  install: (target: string) => void,
): Promise<string> {
  const target = path.join(folder, name);
  const installed = path.join(target, 'itc-packages.txt');
  const isInstalled = () => existsSync(installed) && readFileSync(installed, 'utf8') === lines.join('\n');
  if (!isInstalled()) {
    await alone(target, () => {
      if (isInstalled()) return;
      install(target);
      writeFileSync(installed, lines.join('\n'));
    });
  }
  return target;
}

/** Two test runs may ask at the same time: the one that makes the folder installs, the other waits for it. */
async function alone(target: string, install: () => void): Promise<void> {
  const lock = `${target}.lock`;
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

/**
 * A Chromium for the tests of pages: the one that is there, else Debian's (a minute, once).
 *
 * @returns the absolute path of the program.
 * @throws When there is none and it can't be installed.
 */
export function chromium(): string {
  const found = onPath('chromium', 'chromium-browser', 'google-chrome');
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version'))
    throw new Error('The tests of pages need Chromium: install it, and put it on the PATH.');
  run('apt-get', 'update', '--quiet');
  run('apt-get', 'install', '--yes', '--no-install-recommends', 'chromium');
  return onPath('chromium')!;
}

function onPath(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return names
    .flatMap((name) => folders.map((one) => path.resolve(one, name)))
    .find((file) => existsSync(file));
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await pythonTools();
  await jestPackages();
  chromium();
}
