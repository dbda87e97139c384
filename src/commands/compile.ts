import type { Command } from 'commander';
import type { Flags, Invocation } from './compile/flags.ts';
import { formats } from './compile/flags.ts';
import { addContractOptions, choicesOf, type ContractFlags } from './contract-options.ts';
import type { ExitCode } from './exit-code.ts';
import { choice, list } from './options.ts';
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
  const command = program
    .command('compile')
    .summary('write test suites from OpenAPI documents')
    .description(
      'Reads OpenAPI 2.0, 3.0 and 3.1 documents and writes test suites that check every promise in them.',
    )
    .argument('[spec...]', 'paths, globs, URLs, or - for standard input; without one: every spec in itc.yaml')
    .option(
      '-e, --emit <names>',
      'what to write, separated by commas: pytest, rspec, model (default: pytest)',
      list,
    )
    .option(
      '-o, --out <folder>',
      'where; {emitter} and {spec} are replaced (default: contract-tests/{emitter})',
    )
    .option('--check', 'write nothing; compare with what is there and exit 1 where it differs', false);
  addContractOptions(command)
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

type CommanderFlags = Omit<Flags, 'overlays'> & ContractFlags;

function invocationOf(specs: readonly string[], flags: CommanderFlags): Invocation {
  return { specs, flags: choicesOf(flags), typed: process.argv.slice(2), folder: process.cwd() };
}
