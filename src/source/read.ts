import { readFileSync, realpathSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Report } from '../diagnostics/report.ts';
import { glob, isGlob } from './glob.ts';
import { parse, parseSource } from './parse.ts';
import type { Source } from './source.ts';

/** How long a server may take to send a document, in milliseconds. */
const patience = 30_000;

/**
 * Reads what the user named: a path, a pattern (`specs/**\/*.yaml`), `-` for standard input, or an http(s) URL.
 *
 * @returns the documents that could be read and parsed; for the others the report has an error.
 */
export async function readSources(input: string, report: Report): Promise<readonly Source[]> {
  const texts = await readTexts(input, report);
  return texts.flatMap((text) => parseSource(text, report) ?? []);
}

/** A document that a reference names, or in one sentence why there is none. */
export type Loaded =
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'problem'; readonly reason: string };

/** Reads the document at a `file:` or `http(s):` URL. Whether that is allowed is the caller's to know. */
export async function readUrl(url: string): Promise<Loaded> {
  const text = await textAt(url);
  if (text instanceof Error) return { kind: 'problem', reason: text.message };
  const parsed = parse(text);
  if (parsed.kind === 'problem') {
    const { reason, position } = parsed.problem;
    return { kind: 'problem', reason: `${reason} (line ${position.line}, column ${position.column})` };
  }
  return { kind: 'source', source: { document: shown(url), url, text, value: parsed.value } };
}

/** The URL of the file that a `file:` URL leads to once symbolic links are followed; the same where there is none. */
export function realUrl(url: string): string {
  if (!url.startsWith('file:')) return url;
  try {
    const real = pathToFileURL(realpathSync(fileURLToPath(url))).href;
    return url.endsWith('/') && !real.endsWith('/') ? `${real}/` : real;
  } catch {
    return url; // nothing there: reading it will say so
  }
}

/** The text of a file by the path that people are shown; undefined for standard input, URLs and what is not there. */
export function readShown(document: string): string | undefined {
  try {
    return readFileSync(document, 'utf8');
  } catch {
    return undefined;
  }
}

type Text = Omit<Source, 'value'>;

async function readTexts(input: string, report: Report): Promise<readonly Text[]> {
  if (input === '-') return [await standardInput()];
  if (/^https?:\/\//i.test(input)) return readOne(input, report);
  if (isGlob(input) && !(await isFile(input))) {
    const matched = glob(input);
    if (matched.length === 0) report.add('source/not-found', undefined, { path: input });
    return (await Promise.all(matched.map((file) => readOne(fileUrl(file), report)))).flat();
  }
  if (!(await isFile(input))) {
    report.add('source/not-found', undefined, { path: input });
    return [];
  }
  return readOne(fileUrl(input), report);
}

async function readOne(url: string, report: Report): Promise<readonly Text[]> {
  const text = await textAt(url);
  if (!(text instanceof Error)) return [{ document: shown(url), url, text }];
  report.add('source/unreadable', undefined, { path: shown(url), reason: text.message });
  return [];
}

async function textAt(url: string): Promise<string | Error> {
  try {
    // Decoded in one piece: with an encoding, readFile puts a long text together from chunks.
    if (url.startsWith('file:')) return (await readFile(new URL(url))).toString('utf8');
    const answer = await fetch(url, {
      signal: AbortSignal.timeout(patience),
      headers: { accept: 'application/json, application/yaml, */*' },
    });
    return answer.ok ? await answer.text() : new Error(`the server answers ${answer.status}`);
  } catch (error) {
    return new Error(sentence(error));
  }
}

/** Why reading failed, without the path of this machine that Node puts into its messages. */
function sentence(error: unknown): string {
  const { code, message, cause } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'reading it is not permitted';
  return cause instanceof Error ? cause.message : message;
}

async function standardInput(): Promise<Text> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return { document: '<stdin>', url: fileUrl('stdin'), text: Buffer.concat(chunks).toString('utf8') };
}

async function isFile(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && !found.isDirectory();
}

function fileUrl(file: string): string {
  return pathToFileURL(path.resolve(file)).href;
}

/** A document's name for people: relative to the working folder, with forward slashes; URLs as they are. */
function shown(url: string): string {
  if (!url.startsWith('file:')) return url;
  return path.relative(process.cwd(), fileURLToPath(url)).replaceAll('\\', '/');
}
