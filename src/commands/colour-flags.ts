import type { Command } from 'commander';

/** Adds `--color` and `--no-color` to a command; `coloursAsked` reads them. */
export function addColourFlags(command: Command): void {
  command
    .option('--color', 'print in colours, also where nobody watches (like FORCE_COLOR=1)')
    .option('--no-color', 'print without colours (like NO_COLOR=1)');
}

/**
 * The environment as the flags among these arguments change it: they win over FORCE_COLOR and NO_COLOR, and of several
 * the last one counts. They are wanted before commander has read the arguments, since it prints mistakes itself. What
 * stands behind `--` is for a runner.
 */
export function coloursAsked(
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const end = parameters.indexOf('--');
  const own = end === -1 ? parameters : parameters.slice(0, end);
  switch (own.findLast((parameter) => parameter === '--color' || parameter === '--no-color')) {
    case '--color':
      return { ...environment, FORCE_COLOR: '1' };
    case '--no-color':
      return { ...environment, FORCE_COLOR: '0' };
    default:
      return environment;
  }
}
