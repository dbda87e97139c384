import { styleText } from 'node:util';
import type { Severity } from '../catalogue.ts';

/** What colours are for: the names of roles, not of colours. */
export type Role = Severity | 'place' | 'caret' | 'quiet' | 'good' | 'added' | 'removed';

/** Colours a text for its role, or leaves it as it is. */
export type Paint = (role: Role, text: string) => string;

export const plain: Paint = (_role, text) => text;

const styles = {
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
  place: 'bold',
  caret: 'red',
  quiet: 'dim',
  good: 'green',
  added: 'green',
  removed: 'red',
} as const satisfies Readonly<Record<Role, Parameters<typeof styleText>[0]>>;

export const coloured: Paint = (role, text) => styleText(styles[role], text, { validateStream: false });
