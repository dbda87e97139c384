import type { Words } from '../../src/api/words.ts';
import { constant, snake } from '../../src/print/names.ts';
import type { Spelling } from '../../src/suite/spelling.ts';

/** Names that a generated Python name must not take, because something else would then be hidden. */

const keywords =
  'False None True and as assert async await break class continue def del elif else except finally for from global if ' +
  'import in is lambda nonlocal not or pass raise return try while with yield';

const builtins =
  'abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright ' +
  'credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash ' +
  'help hex id input int isinstance issubclass iter len license list locals map max memoryview min next object oct open ' +
  'ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type ' +
  'vars zip';

/** Fixtures of pytest and of its well-known plug-ins. */
const fixtures =
  'cache capfd capfdbinary caplog capsys capsysbinary capteesys doctest_namespace monkeypatch pytestconfig ' +
  'record_property record_testsuite_property record_xml_attribute recwarn request subtests testdir pytester testrun_uid ' +
  'tmp_path tmp_path_factory tmpdir tmpdir_factory worker_id benchmark mocker event_loop faker anyio_backend';

/** Names that look like a digit (E741 of pycodestyle). */
const ambiguous = 'I O l';

/** What the support package exports. */
export const support = {
  families: {
    forbidden: 'FORBIDDEN',
    invalid: 'INVALID',
    missing: 'MISSING',
    unauthenticated: 'UNAUTHENTICATED',
  },
  functions: ['at', 'changed', 'seed', 'unique', 'upload', 'wanted', 'without'],
} as const;

/** Fixtures of the support package and of the setup file, and names of modules. */
const ours =
  'api anonymous malformed wrong_scheme expired stranger lesser target credentials others seeds skips ' +
  'around_each_case pytest os sys pathlib self itc_support itc_fixtures conftest';

const reserved: ReadonlySet<string> = new Set([
  ...[keywords, builtins, fixtures, ambiguous, ours].flatMap((names) => names.split(' ')),
  ...Object.values(support.families),
  ...support.functions,
]);

/** A name as an identifier of Python that hides nothing. */
export function identifier(words: Words, otherwise: string): string {
  const name = snake(words) || otherwise;
  const started = /^\d/.test(name) ? `n${name}` : name;
  return reserved.has(started) ? `${started}_` : started;
}

/** PEP 8: constants in capitals, everything else in lower case with underscores. */
export const spelling: Spelling = {
  reserved,
  separator: '_',
  example: (name, isConstant) => {
    const wish = identifier(name, 'example');
    return isConstant ? constant(wish.split('_')) : wish;
  },
  fixture: (name) => identifier(name, 'thing'),
  upload: (name) => constant(identifier(name, 'upload').split('_')),
  local: (name) => identifier(name, 'value'),
};
