import { setFlagsFromString } from 'node:v8';
import { Command, CommanderError } from 'commander';
import { addCompile } from './commands/compile.ts';
import { addColourFlags, coloursAsked } from './commands/colour-flags.ts';
import { addPlan } from './commands/plan.ts';
import { addRun } from './commands/run.ts';
import type { ExitCode } from './commands/exit-code.ts';
import { addExplain } from './commands/explain.ts';
import { refuseRepeats } from './commands/refuse-repeats.ts';
import { type Terminal, terminalOf } from './commands/terminal.ts';
import { UsageError } from './commands/usage-error.ts';
import { version } from './version.ts';

// A contract's pattern may backtrack without end, such as ^(a+)+$: V8 then goes on with its linear engine.
setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks');

/**
 * The command line: arguments in, exit code out. Verbs declare themselves here and import what they do when they are
 * called.
 *
 * @returns 0 clean, 1 findings or drift, 2 wrong use or a tool error, 128 + n where signal n ended it.
 */
async function main(parameters: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = new Command('itc')
    .description('The contract-first test compiler: an API contract goes in, integration tests come out.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this')
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.err(text),
      outputError: (text, write) => write(terminal.paintErr('error', text)),
    })
    .addHelpText('after', '\nExample:\n  $ itc compile openapi.yaml\n\nitc help compile tells more.')
    .exitOverride();
  for (const addVerb of [addCompile, addPlan, addExplain, addRun]) {
    addVerb(program, terminal, (code) => {
      exitCode = code;
    });
  }
  for (const command of [program, ...program.commands]) addColourFlags(command);
  for (const command of program.commands) refuseRepeats(command);
  try {
    await program.parseAsync(parameters, { from: 'user' });
    return exitCode;
  } catch (thrown) {
    return failed(thrown, terminal);
  }
}

function failed(thrown: unknown, terminal: Terminal): ExitCode {
  // Commander has printed it already: help or a version that was asked for (0), or a mistake.
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2;
  if (thrown instanceof UsageError) {
    terminal.err(`${terminal.paintErr('error', 'error:')} ${thrown.message}\n`);
    return 2;
  }
  terminal.err(
    `itc ${version} has a bug; please report it.\n${thrown instanceof Error ? thrown.stack : String(thrown)}\n`,
  );
  return 2;
}

// Whoever reads may have had enough (`itc … | head`): that is no error, and the files are still to be written.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const parameters = process.argv.slice(2);
const environment = coloursAsked(parameters, process.env);
process.exitCode = await main(parameters, terminalOf(process.stdout, process.stderr, environment));
