import { isArray, isObject, type Json } from '../../api/json.ts';
import { kebab, wordsOf } from '../../api/words.ts';
import { textOf } from './text-of.ts';

/** What makes a value that nobody else has, and where it goes in a payload. */
export interface Generator {
  /** `{$username}` */
  readonly placeholder: string;
  /** `username` */
  readonly name: string;
  /** `user_########`: each `#` becomes a digit. */
  readonly template: string;
}

/** Digits that are enough for a value to be new. */
const digits = { most: 8, least: 3 };

/** The generators of `createUsers`; a text says what is wrong with one. Lengths are those of the whole text. */
export function readGenerators(said: Json | undefined): readonly Generator[] | string {
  const found: Generator[] = [];
  for (const one of isArray(said ?? null) ? (said as readonly Json[]) : []) {
    const placeholder = isObject(one) ? textOf(one['placeHolder']) : undefined;
    if (!isObject(one) || placeholder === undefined) return 'a generator has no placeHolder';
    const [prefix, postfix] = [textOf(one['prefix']) ?? '', textOf(one['postfix']) ?? ''];
    const room = (key: string, otherwise: number) => {
      const length = one[key];
      return typeof length === 'number' ? length - prefix.length - postfix.length : otherwise;
    };
    const count = Math.min(Math.max(digits.most, room('minLength', 0)), room('maxLength', Infinity));
    if (count < digits.least) return `what stands for ${placeholder} has no room for ${digits.least} digits`;
    const name = kebab(wordsOf(placeholder)) || `value-${found.length + 1}`;
    found.push({ placeholder, name, template: `${prefix}${'#'.repeat(count)}${postfix}` });
  }
  return found;
}
