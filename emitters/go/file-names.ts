import type { Words } from '../../src/api/words.ts';
import { Scope, snake } from '../../src/print/names.ts';
import { supportFiles } from './support/index.ts';

/** A name that ends so is a file for one system or processor alone (`go help buildconstraint`). */
const systems = new Set(
  (
    'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos ' +
    '386 amd64 amd64p32 arm arm64 arm64be armbe loong64 mips mips64 mips64le mips64p32 mips64p32le mipsle ppc ppc64 ' +
    'ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm unix test'
  ).split(' '),
);

/** Gives each file of tests a name of its own: `order_items_test.go`. */
export function fileNames(): (suite: Words) => string {
  const taken = new Scope([
    'setup',
    'fixtures',
    ...supportFiles.map(({ path }) => path.replace('_test.go', '')),
  ]);
  return (suite) => {
    const name = snake(suite) || 'suite';
    const isForOne = systems.has(name.split('_').at(-1) ?? '');
    return `${taken.take(isForOne ? `${name}_tests` : name)}_test.go`;
  };
}
