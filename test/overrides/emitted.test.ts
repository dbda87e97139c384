import { describe, expect, it } from 'vitest';
import { pytest } from '../../emitters/pytest/index.ts';
import { compiled } from './compiled.ts';

describe('what the owner says', () => {
  it('stands in the emitted suite as if the contract had said it', async () => {
    const { model } = await compiled(`
      operations:
        create-book:
          status: { required: 422 }
          fields: { /title: 'Emma "the" \${first}' }
        get-book: { status: { not-found: [403, 404] } }
      seeds: { bookId: 7 }
      skip: [{ case: create-book/required/body/title, reason: the title may go }]
    `);
    const { files } = pytest.emit(model);
    const text = (path: string) => files.find((file) => file.path === path)!.text;
    expect(text('test_catalogue.py')).toContain(
      [
        '    def test_answers_422_without_a_body(self, api):',
        '        api.post("/books").conforms(422)',
      ].join('\n'),
    );
    expect(text('test_catalogue.py')).toContain(`NEW_BOOK = {"title": 'Emma "the" \${first}'}`);
    expect(text('test_catalogue.py')).not.toContain('without_a_required_field');
    expect(text('test_books.py')).toContain(
      [
        '    def test_reads_a_book(self, api):',
        '        api.get(',
        '            "/books/{bookId}",',
        '            path={"bookId": seed("bookId", default=7)},',
        '        ).conforms(200)',
      ].join('\n'),
    );
    expect(text('test_books.py')).toContain('    def test_answers_403_or_404_for_an_unknown_book');
    expect(text('conftest.py')).toContain(
      ['        # 7 where it is not given', '        "bookId": os.environ.get("SEED_BOOK_ID"),'].join('\n'),
    );
  });
});
