import type { LogIn } from '../model/callers.ts';
import type { Value } from '../model/value.ts';
import { constant, wordsOf } from '../print/names.ts';

/** The variable in which the environment says something of a person: `STRANGER_EMAIL`. */
export function personVariable(person: string, name: string): string {
  return `${person}_${constant(wordsOf(name))}`;
}

/** The variables that the environment is asked for of a person, by the names of the seeds in the log-in. */
export function personVariables(logIn: LogIn, person: string): ReadonlyMap<string, string> {
  if (logIn.kind === 'grant') return new Map();
  const found = new Map<string, string>();
  const visit = (value: Value): void => {
    if (value.kind === 'seed') found.set(value.name, personVariable(person, value.name));
    if (value.kind === 'object') Object.values(value.members).forEach(visit);
    if (value.kind === 'array') value.items.forEach(visit);
    if (value.kind === 'text') value.parts.forEach(visit);
  };
  if (logIn.signUp) visit(logIn.signUp.body.value);
  if (logIn.body) visit(logIn.body.value);
  if (logIn.headers) visit(logIn.headers);
  return found;
}
