import { type Command, InvalidArgumentError, Option } from 'commander';
import { suggestion } from '../diagnostics/suggestion.ts';
import type { Flags, Invocation } from './compile/flags.ts';
import { formats } from './compile/flags.ts';
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

const examples = `
Examples:
  $ itc compile openapi.yaml                                 a pytest suite in contract-tests/pytest
  $ itc compile 'specs/*.yaml' --out tests/{spec}/{emitter}  one suite of each
  $ itc compile openapi.yaml --check                         is the suite up to date? writes nothing
  $ itc compile openapi.yaml --emit model | jq .gaps         what is not tested, and why
  $ itc compile openapi.yaml --include tag:books --exclude '/admin/**'
  $ itc compile openapi.yaml --overlay ci.overlay.yaml       with a contract that an OpenAPI Overlay has changed
  $ curl -s localhost:8000/openapi.json | itc compile -
  $ itc compile --config ci/itc.yaml --format github         every spec of the file, as annotations

Exit codes: 0 clean; 1 findings, edited files or drift; 2 wrong use, nothing selected, or a tool error.`;

/** Adds `itc compile` to the program. What the command answers goes to `end`. */
export function addCompile(program: Command, terminal: Terminal, end: (exitCode: ExitCode) => void): void {
  program
    .command('compile')
    .summary('write test suites from OpenAPI documents')
    .description(
      'Reads OpenAPI 2.0, 3.0 and 3.1 documents and writes test suites that check every promise in them.',
    )
    .argument('[spec...]', 'paths, globs, URLs, or - for standard input; without one: every spec in itc.yaml')
    .option('-e, --emit <names>', 'what to write, separated by commas: pytest, model (default: pytest)', list)
    .option(
      '-o, --out <folder>',
      'where; {emitter} and {spec} are replaced (default: contract-tests/{emitter})',
    )
    .option('--check', 'write nothing; compare with what is there and exit 1 where it differs', false)
    .addOption(
      choice(
        '--strength <least>',
        'the weakest promise to test: of the contract, of an RFC, or of convention',
        ['contract', 'http', 'convention'],
      ),
    )
    .option(
      '--include <operations>',
      'only these: operationId, tag:NAME, or path glob with a leading / (repeatable)',
      add,
    )
    .option('--exclude <operations>', 'all but these (repeatable)', add)
    .option('--overlay <file>', 'an OpenAPI Overlay to apply first (repeatable)', add)
    .option('--config <file>', 'a configuration file (default: itc.yaml, where there is one)')
    .option('--allow-outside', "let references leave the contract's folder")
    .option('--allow-network', 'let references go to the network')
    .option('--validate', 'hold documents against their meta-schema, however large (default: up to 2 MB)')
    .option('--no-validate', 'do not')
    .addOption(choice('--format <format>', 'how problems are printed', formats).default('text'))
    .option('--force', 'write over files that were edited', false)
    .option('-q, --quiet', 'print errors alone', false)
    .addHelpText('after', examples)
    .action(async (specs: readonly string[], flags: CommanderFlags) => {
      const { runCompile } = await import('./compile/run.ts');
      end(await runCompile(invocationOf(specs, flags), terminal));
    });
}

/** As commander names them: a repeatable flag by its singular. */
interface CommanderFlags extends Omit<Flags, 'overlays'> {
  readonly overlay?: readonly string[];
}

function invocationOf(specs: readonly string[], { overlay, ...flags }: CommanderFlags): Invocation {
  return {
    specs,
    flags: { ...flags, ...(overlay && { overlays: overlay }) },
    typed: process.argv.slice(2),
    folder: process.cwd(),
  };
}

function list(names: string, before: readonly string[] = []): readonly string[] {
  const more = names.split(',').map((name) => name.trim());
  if (more.includes('')) throw new InvalidArgumentError('It holds an empty name.');
  return [...before, ...more];
}

function add(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** Like commander's own `choices`, with a suggestion for a typo. */
function choice(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, `${description} (${choices.join(', ')})`).argParser((value) => {
    if (choices.includes(value)) return value;
    throw new InvalidArgumentError(`There are ${choices.join(', ')}.${suggestion(value, choices)}`);
  });
}
