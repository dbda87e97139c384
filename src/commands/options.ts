import { InvalidArgumentError, Option } from 'commander';
import { suggestion } from '../diagnostics/suggestion.ts';

/** Parses a list with commas, which may be given more than once. */
export function list(names: string, before: readonly string[] = []): readonly string[] {
  const more = names.split(',').map((name) => name.trim());
  if (more.includes('')) throw new InvalidArgumentError('It holds an empty name.');
  return [...before, ...more];
}

/** Parses one of several values of a repeatable flag. */
export function add(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** Like commander's own `choices`, with a suggestion for a typo. */
export function choice(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, `${description} (${choices.join(', ')})`).argParser((value) => {
    if (choices.includes(value)) return value;
    throw new InvalidArgumentError(`There are ${choices.join(', ')}.${suggestion(value, choices)}`);
  });
}
