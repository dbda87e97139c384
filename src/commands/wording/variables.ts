/** What only the run or the user knows, as a variable inside of other text; no text of a contract can be taken for one. */

const opening = '\uE000';
const closing = '\uE001';
const spelling = /\uE000([A-Z_][A-Z0-9_]*)\uE001/g;

/** A variable named by words: `['book', 'id']` is `$BOOK_ID`. */
export function variable(...words: readonly string[]): string {
  const name = words
    .join('_')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  return `${opening}${/^[A-Z]/.test(name) ? name : `_${name}`}${closing}`;
}

/** The text with its variables as people write them: `$BOOK_ID`. */
export function readable(text: string): string {
  return text.replaceAll(spelling, (_, name: string) => `$${name}`);
}

/** Names of the variables in a text, in order, each once. */
export function variablesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(spelling)].map(([, name]) => name!))];
}

/** One argument of a POSIX shell, in which the variables are the shell's and everything else is data. */
export function shellWord(text: string): string {
  if (variablesIn(text).length === 0)
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
  return `"${pieces(text, (data) => data.replaceAll(/[\\"`$]/g, String.raw`\$&`))}"`;
}

/** Lines of an unquoted here-document (POSIX XCU §2.7.4), in which the variables are the shell's. */
export function hereDocument(text: string): string {
  return pieces(text, (data) => data.replaceAll(/[\\`$]/g, String.raw`\$&`));
}

function pieces(text: string, escape: (data: string) => string): string {
  let from = 0;
  let made = '';
  for (const found of text.matchAll(spelling)) {
    made += `${escape(text.slice(from, found.index))}\${${found[1]!}}`;
    from = found.index + found[0].length;
  }
  return made + escape(text.slice(from));
}
