import type { Command } from 'commander';
import { addContractOptions, choicesOf, type ContractFlags } from './contract-options.ts';
import type { ExitCode } from './exit-code.ts';
import type { ExplainFlags } from './explain/flags.ts';
import type { Terminal } from './terminal.ts';

const examples = `
Examples:
  $ itc explain create-book/bounds/body/title/too-long openapi.yaml
  $ itc explain create-book/bounds openapi.yaml      the cases whose ids begin so
  $ itc explain books/lifecycle                      of the specs in itc.yaml

Exit codes: 0 explained; 1 the contract has errors; 2 no such case, wrong use, or a tool error.`;

type CommanderFlags = Omit<ExplainFlags, 'overlays'> & ContractFlags;

/** Adds `itc explain` to the program. What the command answers goes to `end`. */
export function addExplain(program: Command, terminal: Terminal, end: (exitCode: ExitCode) => void): void {
  const command = program
    .command('explain')
    .summary('tell why a case is there: its rule, its place, its request, its promise')
    .description(
      'Tells why a case is there: the rule and its source, the place in the contract, the request as a curl line, the promise, what it needs, and how to leave it out.',
    )
    .argument('<case id>', 'as reports and itc.lock name it, or what ids begin with')
    .argument('[spec...]', 'as for itc compile; without one: every spec in itc.yaml')
    .option('--spec <spec>', 'the same as the second argument');
  addContractOptions(command)
    .addHelpText('after', examples)
    .action(
      async (
        id: string,
        specs: readonly string[],
        { spec, ...flags }: CommanderFlags & { readonly spec?: string },
      ) => {
        const { runExplain } = await import('./explain/run-explain.ts');
        const all = spec === undefined ? specs : [spec, ...specs];
        end(await runExplain({ id, specs: all, flags: choicesOf(flags), folder: process.cwd() }, terminal));
      },
    );
}
