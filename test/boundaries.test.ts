import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** A folder of ours, as the table of docs/architecture.md speaks of them, or one file. */
type Area = string;

/** Where in a contract something stands: data and what can be said of it, without reading anything. */
const places = 'src/source/place.ts';

/** What a name is before any language spells it. */
const words = 'src/api/words.ts';

/** The kinds of cases and their order: a list of words. */
const kinds = 'src/model/case-kind.ts';

/**
 * What may import what ("What must never import what" in docs/architecture.md). An area may always import itself.
 * `types`: types alone, which are gone when the program runs.
 */
const table: Readonly<Record<Area, { readonly values?: readonly Area[]; readonly types?: readonly Area[] }>> =
  {
    'src/source': { types: ['src/diagnostics'] },
    'src/diagnostics': { types: [places] },
    'src/api': { values: [places] },
    'src/values': { values: ['src/api'] },
    'src/frontends': { values: ['src/source', 'src/diagnostics', 'src/api'] },
    'src/model': { values: ['src/api', 'src/values', places], types: ['src/diagnostics'] },
    'src/overrides': { values: ['src/api', 'src/diagnostics', 'src/model', places] },
    'src/rules': { values: ['src/api', 'src/diagnostics', 'src/model', 'src/values', places] },
    'src/coverage': { values: ['src/api', 'src/model', 'src/values', places] },
    'src/print': { values: [words] },
    'src/output': { types: ['src/model'] },
    'src/run': { values: ['src/output', 'src/diagnostics', 'src/api', kinds], types: ['src/model'] },
    'src/suite': { values: ['src/print'], types: ['src/model', 'src/api'] },
    emitters: { values: ['src/print', 'src/suite'], types: ['src/model', 'src/api'] },
    'src/compile.ts': {
      values: [
        'src/api',
        'src/diagnostics',
        'src/frontends',
        'src/model',
        'src/overrides',
        'src/rules',
        'src/source',
        'src/values',
      ],
    },
    'src/config.ts': {
      values: ['src/api', 'src/source', 'src/diagnostics', 'src/overrides', 'src/values'],
      types: ['src/model'],
    },
    'src/version.ts': {},
    'src/index.ts': {
      values: ['src/compile.ts', 'src/diagnostics', 'src/source', 'src/run'],
      types: ['src/api', 'src/model'],
    },
  };

/** The command line may import everything; nobody imports it. */
const commandLine: readonly Area[] = ['src/cli.ts', 'src/commands'];

/** Who may touch the disk. */
const readersAndWriters: readonly Area[] = ['src/source', 'src/output', 'src/run'];

const root = path.resolve(import.meta.dirname, '..');

interface Import {
  readonly file: string;
  /** A path from the root for what is ours, else the package's name. */
  readonly of: string;
  readonly isTypeOnly: boolean;
}

const statement = /^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?'([^']+)'/gm;
const call = /\bimport\(\s*'([^']+)'\s*\)/g;

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const resolved = (specifier: string) =>
    specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : specifier;
  return [
    ...[...text.matchAll(statement)].map(([, type, from]) => ({
      file,
      of: resolved(from!),
      isTypeOnly: type !== undefined,
    })),
    ...[...text.matchAll(call)].map(([, from]) => ({ file, of: resolved(from!), isTypeOnly: false })),
  ];
}

function areaOf(file: string): Area {
  const [first, second] = file.split('/');
  return first === 'src' ? `src/${second}` : first!;
}

function isIn(file: string, areas: readonly Area[]): boolean {
  return areas.some((area) => file === area || file.startsWith(`${area}/`));
}

/** `pytest` of `emitters/pytest/values.ts`; nothing for the list of them. */
function emitterOf(file: string): string | undefined {
  return /^emitters\/([^/]+)\//.exec(file)?.[1];
}

const files = ['src', 'emitters']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file}`,
    ),
  )
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .sort();
const imports = files.flatMap(importsOf);
const isOurs = ({ of }: Import) => of.startsWith('src/') || of.startsWith('emitters/');

describe('boundaries', () => {
  it('are known for every folder', () => {
    const areas = [...new Set(files.map(areaOf))];
    expect(areas.filter((area) => !(area in table) && !commandLine.includes(area))).toEqual([]);
    expect(imports.length).toBeGreaterThan(300);
  });

  it.each(Object.entries(table))('hold for %s', (area, { values = [], types = [] }) => {
    const broken = imports
      .filter((one) => isOurs(one) && areaOf(one.file) === area && areaOf(one.of) !== area)
      .filter(({ of, isTypeOnly }) => !isIn(of, values) && !(isTypeOnly && isIn(of, types)));
    expect(broken.map(({ file, of }) => `${file} imports ${of}`)).toEqual([]);
  });

  it('let no emitter know another', () => {
    const broken = imports.filter(({ file, of }) => {
      const [own, other] = [emitterOf(file), emitterOf(of)];
      return own !== undefined && of.startsWith('emitters/') && own !== other;
    });
    expect(broken.map(({ file, of }) => `${file} imports ${of}`)).toEqual([]);
  });

  it('let no rule know another, nor what another is made of', () => {
    const isRule = (file: string) =>
      /^src\/rules\/[^/]+\.ts$/.test(file) && !/\/(index|rule)\.ts$/.test(file);
    const folderOf = (file: string) => /^src\/rules\/([^/]+)\//.exec(file)?.[1];
    const isInRules = (file: string) => isRule(file) || folderOf(file) !== undefined;
    const owners = new Map<string, string>();
    const broken = imports.filter(({ file, of }) => {
      if (!isInRules(file) || !isInRules(of)) return false;
      const folder = folderOf(of);
      if (folder === undefined) return true;
      if (folderOf(file) !== undefined) return folderOf(file) !== folder;
      const owner = owners.get(folder) ?? file;
      owners.set(folder, owner);
      return owner !== file;
    });
    expect(broken.map(({ file, of }) => `${file} imports ${of}`)).toEqual([]);
  });

  it('keep the disk to those who read, write and run', () => {
    const broken = imports.filter(
      ({ file, of }) =>
        /^(node:)?(fs|child_process)(\/|$)/.test(of) && !readersAndWriters.includes(areaOf(file)),
    );
    expect(broken.map(({ file, of }) => `${file} imports ${of}`)).toEqual([]);
  });

  it('let nobody import the command line', () => {
    const broken = imports.filter(
      ({ file, of }) => commandLine.includes(areaOf(of)) && !commandLine.includes(areaOf(file)),
    );
    expect(broken.map(({ file, of }) => `${file} imports ${of}`)).toEqual([]);
  });
});
