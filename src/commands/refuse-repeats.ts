import type { Command } from 'commander';
import { add, list } from './options.ts';

/** The parsers of flags that may be given more than once. */
const repeatable: readonly unknown[] = [add, list];

/**
 * Makes a flag that has one value wrong use where it is given twice (commander takes the last): one of the two is not
 * what was meant.
 */
export function refuseRepeats(command: Command): void {
  for (const option of command.options) {
    if (!option.required || repeatable.includes(option.parseArg)) continue;
    let before: string | undefined;
    command.on(`option:${option.name()}`, (value: string) => {
      if (before !== undefined)
        command.error(`error: option '${option.flags}' is given twice: ${before}, ${value}.`);
      before = value;
    });
  }
}
