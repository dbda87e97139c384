import type { Words } from '../../src/model/model.ts';
import { camel } from '../../src/print/names.ts';
import type { Spelling } from '../../src/suite/spelling.ts';

/** Names that a generated name must not take, because something else would then be hidden. */

const keywords =
  'abstract any arguments as async await boolean break case catch class const continue debugger declare default delete do ' +
  'else enum eval export extends false finally for from function get if implements import in instanceof interface let new ' +
  'null number of package private protected public return set static string super switch symbol this throw true try type ' +
  'typeof undefined unknown var void while with yield';

const globals =
  'Array Boolean Buffer Date Error Infinity JSON Map Math NaN Number Object Promise RegExp Set String Symbol URL console ' +
  'exports global globalThis module performance process require self window';

const runners = 'afterAll afterEach beforeAll beforeEach describe expect it jest test vi';

/** What the support code exports. */
export const support = {
  families: {
    forbidden: 'FORBIDDEN',
    invalid: 'INVALID',
    missing: 'MISSING',
    unauthenticated: 'UNAUTHENTICATED',
  },
} as const;

const ours =
  'api anonymous malformed wrongScheme expired stranger lesser accepted allows conforms every forgets isEmpty lacks lists ' +
  'sorted at changed seed unique upload uploadBase64 without thing things setup body Json _';

const reserved: ReadonlySet<string> = new Set([
  ...[keywords, globals, runners, ours].flatMap((names) => names.split(' ')),
  ...Object.values(support.families),
]);

function identifier(words: Words, otherwise: string): string {
  const name = camel(words) || otherwise;
  const started = /^\d/.test(name) ? `n${name}` : name;
  return reserved.has(started) ? `${started}Value` : started;
}

export const spelling: Spelling = {
  reserved,
  separator: '',
  example: (name) => identifier(name, 'example'),
  fixture: (name) => identifier(name, 'thing'),
  upload: (name) => identifier(name, 'upload'),
  local: (name) => identifier(name, 'value'),
};
