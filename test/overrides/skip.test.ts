import { describe, expect, it } from 'vitest';
import { compiled } from './compiled.ts';

describe('a skip', () => {
  it('leaves out a case and its rows, and is a gap with the reason', async () => {
    const { cases, gaps, problems } = await compiled(`
      skip:
        - { case: create-book/bounds, reason: the bounds are to change }
    `);
    expect(problems).toEqual([]);
    expect([...cases.keys()].filter((id) => id.includes('/bounds'))).toEqual([]);
    expect(gaps).toContain(
      'skipped: the bounds are to change (create-book/bounds/body/title/too-short, create-book/bounds/body/pages/below-minimum)',
    );
  });

  it('leaves out one row, and keeps the others', async () => {
    const { cases, gaps } = await compiled(`
      skip: [{ case: create-book/bounds/body/pages, reason: free e-books have none }]
    `);
    expect(cases.get('create-book/bounds/fields')!.table!.rows.map(({ id }) => id)).toEqual([
      'create-book/bounds/body/title/too-short',
    ]);
    expect(gaps).toContain('skipped: free e-books have none (create-book/bounds/body/pages/below-minimum)');
  });

  it('does not take the beginning of a word for the beginning of an id', async () => {
    const { problems } = await compiled('skip: [{ case: create-bo, reason: a typing error }]');
    expect(problems).toEqual([
      'itc.yaml:3:12 warning overrides/idle-skip: No case answers to the skip of create-bo.',
    ]);
  });

  it('goes by kind, operation and tag, all of which must be met', async () => {
    const { cases } = await compiled(`
      skip:
        - { kind: happy, operation: getBook, reason: slow }
        - { kind: type, tag: Catalogue, reason: slow }
    `);
    const ids = [...cases.keys()];
    expect(ids).toContain('create-book/happy');
    expect(ids).not.toContain('get-book/happy');
    expect(ids).not.toContain('create-book/type/fields');
    expect(ids).toContain('get-book/type/path/bookId');
  });

  it('of an operation still lets it make what others need, and names no more than three cases', async () => {
    const { cases, model, gaps } = await compiled(
      'operations: { create-book: { skip: it is being rewritten } }',
    );
    expect([...cases.keys()].filter((id) => !id.startsWith('get-book'))).toEqual([]);
    expect(model.fixtures.map(({ name }) => name)).toEqual([['book']]);
    expect(gaps.find((gap) => gap.startsWith('skipped'))).toMatch(
      /^skipped: it is being rewritten \(create-book\/happy, [^,]+, [^,]+ and \d+ more\)$/,
    );
  });

  it('leaves nothing behind that only skipped cases need', async () => {
    const { model } = await compiled('skip: [{ operation: get-book, reason: slow }]');
    expect(model.fixtures).toEqual([]);
  });

  it('of an unknown operation or kind is an error at its line', async () => {
    const { problems } = await compiled('skip: [{ operation: getBok, reason: slow }]');
    expect(problems).toEqual([
      'itc.yaml:3:12 error overrides/unknown-operation: No operation is called getBok. Did you mean getBook?',
    ]);
    expect((await compiled('skip: [{ kind: typ, reason: slow }]')).problems[0]).toMatch(
      /^itc\.yaml:3:\d+ error config\/invalid: specs\.0\.skip\.0\.kind .*: happy, required/,
    );
    expect((await compiled('skip: [{ reason: slow }]')).problems[0]).toMatch(/fewer than 2/);
  });
});
