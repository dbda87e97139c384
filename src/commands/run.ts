import { type Command, InvalidArgumentError } from 'commander';
import type { ExitCode } from './exit-code.ts';
import type { RunFlags } from './run/run-command.ts';
import type { Terminal } from './terminal.ts';

const examples = `
Examples:
  $ itc run contract-tests/pytest                                   where the set-up says that the API is
  $ itc run contract-tests/pytest --base-url http://127.0.0.1:4010
  $ itc run contract-tests/pytest -- -n 4 -k books                  what stands behind -- goes to the runner

The program is --python; else, for pytest, the first of: the active virtual environment, .venv and .toolchain/venv of
the working folder, python3; for RSpec, bin/rspec of the suite or the working folder, rspec. It needs what the suite's
requirements.txt or Gemfile lists.

Exit codes: 0 all passed; 1 some failed or have no verdict, or nothing was tested; 2 wrong use, or the runner could not
run.`;

/** Adds `itc run` to the program. What the command answers goes to `end`. */
export function addRun(program: Command, terminal: Terminal, end: (exitCode: ExitCode) => void): void {
  program
    .command('run')
    .summary('run a suite with its own runner, and read its verdicts case by case')
    .description(
      'Runs a suite that itc has compiled, and prints each failure once and one table of verdicts.',
    )
    .argument('<folder>', "the suite's folder")
    .argument('[parameters...]', 'behind --: what the runner is told besides')
    .option('-u, --base-url <url>', 'where the API is (default: what the set-up of the suite says)')
    .option('--python <program>', 'the program to run the suite with, such as a Python or an rspec')
    .option('--timeout <seconds>', 'how long the suite may take (default: 1800)', seconds)
    .addHelpText('after', examples)
    .action(async (folder: string, parameters: readonly string[], flags: RunFlags) => {
      const { runCommand } = await import('./run/run-command.ts');
      end(await runCommand({ folder, parameters, flags }, terminal));
    });
}

function seconds(text: string): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new InvalidArgumentError('It is no number of seconds.');
}
