import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { hereDocument, readable, shellWord, variable } from '../../../src/commands/wording/variables.ts';

const id = variable('book', 'id');
const shell = (script: string) =>
  execFileSync('sh', ['-c', script], { env: { BOOK_ID: '42' } })
    .toString()
    .slice(0, -1);

describe('variables', () => {
  it('are named by words', () => {
    expect(readable(`/books/${variable('book', 'bookId')}`)).toBe('/books/$BOOK_BOOK_ID');
    expect(readable(variable('1 st'))).toBe('$_1_ST');
  });

  const hostile = `a "b" 'c' $HOME \`id\` \\ $(id) \${BOOK_ID}`;

  it('are the only thing that a shell word lets a shell see', () => {
    expect(shell(`printf '%s\\n' ${shellWord(`${id} ${hostile}`)}`)).toBe(`42 ${hostile}`);
    expect(shell(`printf '%s\\n' ${shellWord(hostile)}`)).toBe(hostile);
  });

  it('are the only thing that a here-document lets a shell see', () => {
    expect(shell(`cat <<BODY\n${hereDocument(`${id} ${hostile}`)}\nBODY`)).toBe(`42 ${hostile}`);
  });

  it('can not be forged by a text that is no name', () => {
    expect(shell(`printf '%s\\n' ${shellWord('\uE000x$(id)\uE001')}`)).toBe('\uE000x$(id)\uE001');
  });
});
