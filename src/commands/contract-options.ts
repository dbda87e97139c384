import type { Command } from 'commander';
import type { Choices } from '../config.ts';
import { add, choice } from './options.ts';

/** The flags of every verb that compiles contracts, as commander names them: a repeatable flag by its singular. */
export interface ContractFlags extends Pick<
  Choices,
  'strength' | 'include' | 'exclude' | 'arazzo' | 'auth' | 'allowOutside' | 'allowNetwork'
> {
  readonly overlay?: readonly string[];
  readonly config?: string;
}

/** Adds the flags that say how contracts are read, and what of them is tested. */
export function addContractOptions(command: Command): Command {
  return command
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
    .option('--arazzo <file>', 'an Arazzo document, whose workflows become stories (repeatable)', add)
    .option('--auth <file>', 'an auth file of Web Fuzzing Commons: who may call, and how they log in')
    .option('--config <file>', 'a configuration file (default: itc.yaml, where there is one)')
    .option('--allow-outside', "let references leave the contract's folder")
    .option('--allow-network', 'let references go to the network');
}

/** The same flags as the rest of us names them. */
export function choicesOf<Flags extends ContractFlags>({
  overlay,
  ...flags
}: Flags): Omit<Flags, 'overlay'> & Pick<Choices, 'overlays'> {
  return { ...flags, ...(overlay && { overlays: overlay }) };
}
