import type { Asked, Emission } from '../model/emitter.ts';
import type { Present } from './plan.ts';

/** Something that a file of the user's does not speak of. */
export interface Unmentioned extends Asked {
  /** The file's path. */
  readonly file: string;
}

/**
 * What the set-up files that are there already do not mention, although cases need it: a contract that has grown asks
 * for credentials and seeds that a file which was written once does not know of. Of several sets that would do, the first is asked for. Each thing once.
 */
export function unmentioned(emission: Emission, present: Present): readonly Unmentioned[] {
  return emission.files.flatMap(({ path: file, owner, asks = [] }) => {
    const text = owner === 'you' ? present.files.get(file) : undefined;
    if (text === undefined) return [];
    const lacking = asks
      .map((sets) => sets.map((set) => set.filter((asked) => !mentions(text, asked))))
      .filter((sets) => sets.every((lacks) => lacks.length > 0))
      .flatMap(([first = []]) => first);
    return [...new Map(lacking.map((asked) => [asked.line, { ...asked, file }])).values()];
  });
}

/** Whether a text has the name as a key, in quotation marks (`"name":`, `["name"] =`, `{"name", …}`), or the line that would be added: perhaps in a comment. */
function mentions(text: string, { name, line }: Asked): boolean {
  const escaped = name.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
  const asKey = new RegExp(`(["'])${escaped}\\1\\s*(:|\\]\\s*=)|\\{"${escaped}",`);
  return asKey.test(text) || text.includes(line);
}
