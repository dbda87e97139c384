import { describe, expect, it } from 'vitest';
import { kebab, wordsOf } from '../../src/api/words.ts';

describe('wordsOf', () => {
  it.each([
    ['getBook', ['get', 'book']],
    ['GetHTTPServer', ['get', 'http', 'server']],
    ['order-lines', ['order', 'lines']],
    ['repos/list_for_user', ['repos', 'list', 'for', 'user']],
    ['Été 2Go', ['ete', '2', 'go']],
    ['2fa', ['2fa']],
    ['ﬁle', ['file']],
    ['naïve café', ['naive', 'cafe']],
    ['İstanbul', ['istanbul']],
    ['本の一覧', ['本の一覧']],
    ["'; drop table", ['drop', 'table']],
    ['---', []],
    ['', []],
  ])('%s', (text, words) => expect(wordsOf(text)).toEqual(words));

  it('is the same for its own words', () =>
    expect(wordsOf(kebab(wordsOf('GetHTTPServer')))).toEqual(['get', 'http', 'server']));
});
