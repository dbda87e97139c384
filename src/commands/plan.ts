import type { Command } from 'commander';
import { addContractOptions, choicesOf, type ContractFlags } from './contract-options.ts';
import type { ExitCode } from './exit-code.ts';
import { choice } from './options.ts';
import { planFormats, type PlanFlags } from './plan/flags.ts';
import type { Terminal } from './terminal.ts';

const examples = `
Examples:
  $ itc plan openapi.yaml                                  operations and kinds, gaps, what is not covered
  $ itc plan openapi.yaml --format html --out plan.html    one page: every case, searchable, without a network
  $ itc plan openapi.yaml --format markdown > plan.md      for a review
  $ itc plan openapi.yaml --format json | jq '.plans[0].operations[].elements[] | select(.state == "uncovered")'
  $ itc plan openapi.yaml --format mermaid                 what produces what (or dot, for Graphviz)
  $ itc plan openapi.yaml --include tag:books --strength contract

Exit codes: 0 planned; 1 the contract has errors; 2 wrong use, nothing selected, or a tool error.`;

type CommanderFlags = Omit<PlanFlags, 'overlays'> & ContractFlags;

/** Adds `itc plan` to the program. What the command answers goes to `end`. */
export function addPlan(program: Command, terminal: Terminal, end: (exitCode: ExitCode) => void): void {
  const command = program
    .command('plan')
    .summary('show what is tested, what is not, and why, before any code')
    .description(
      'Shows the test plan of OpenAPI documents: operations and kinds of cases, coverage of the contract, gaps with their reasons, and what produces what.',
    )
    .argument('[spec...]', 'paths, globs, URLs, or - for standard input; without one: every spec in itc.yaml')
    .addOption(choice('--format <format>', 'how it is shown', planFormats).default('text'))
    .option('-o, --out <file>', 'where to; {spec} is replaced (default: standard output)');
  addContractOptions(command)
    .option('-q, --quiet', 'print errors alone', false)
    .addHelpText('after', examples)
    .action(async (specs: readonly string[], flags: CommanderFlags) => {
      const { runPlan } = await import('./plan/run-plan.ts');
      end(await runPlan({ specs, flags: choicesOf(flags), folder: process.cwd() }, terminal));
    });
}
