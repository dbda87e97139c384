import { describe, expect, it } from 'vitest';
import { keysOf, type Identity } from '../../../src/frontends/openapi/keys.ts';

const get = (path: string, operationId?: string): Identity => ({
  method: 'GET',
  path,
  ...(operationId !== undefined && { operationId }),
});
const keys = (...operations: readonly Identity[]) => keysOf(operations).map(({ key }) => key);

describe('keysOf', () => {
  it.each([
    ['getBook', 'get-book'],
    ['books.list_all', 'books-list-all'],
    ['getHTTPResponse', 'get-http-response'],
    ['repos/get-content', 'repos-get-content'],
    ['получитьКнигу', 'получить-книгу'],
  ])('takes the words of the operationId %s', (operationId, key) => {
    expect(keys(get('/x', operationId))).toEqual([key]);
  });

  it('takes method and path where there is no operationId, or none with words', () => {
    expect(keys(get('/books/{bookId}'), get('/', '--'))).toEqual(['get-books-by-book-id', 'get']);
  });

  it('names operations with one operationId, or one key, after method and path', () => {
    const keyed = keysOf([get('/a', 'list'), get('/b', 'list'), get('/c', 'List'), get('/d', 'other')]);
    expect(keyed.map(({ key }) => key)).toEqual(['get-a', 'get-b', 'get-c', 'other']);
    expect(keyed.map(({ isDuplicate }) => isDuplicate)).toEqual([true, true, true, false]);
  });

  it('tells paths apart that read the same, in any order', () => {
    const operations = [get('/a-b'), get('/a/b'), get('/other', 'getA_B')];
    const forward = keys(...operations);
    expect(forward).toEqual(keys(...operations.toReversed()).toReversed());
    expect(new Set(forward).size).toBe(3);
    expect(forward[0]).toMatch(/^get-a-b-[0-9a-f]{6}$/);
  });

  it('leaves an operationId its key when a path reads the same', () => {
    const keyed = keys(get('/a', 'list'), get('/b', 'list'), get('/c', 'get-a'));
    expect(keyed.slice(1)).toEqual(['get-b', 'get-a']);
    expect(keyed[0]).toMatch(/^get-a-[0-9a-f]{6}$/);
  });
});

describe('the name of an operation', () => {
  const names = (...operations: readonly Identity[]) => keysOf(operations).map(({ name }) => name.join(' '));
  const post = (path: string, operationId: string): Identity => ({ method: 'POST', path, operationId });

  it.each([
    ['/items/{item_id}', 'read_item_items__item_id__get', 'read item'],
    ['/', 'root__get', 'root'],
    ['/a-b/{key:path}.json', 'load_a_b__key_path__json_get', 'load'],
    ['/büro', 'list_büro_get', 'list'],
  ])('of %s with the operationId %s that FastAPI made is the name of its function', (path, id, name) => {
    expect(names(get(path, id))).toEqual([name]);
  });

  it.each([
    ['another path', '/items/{id}', 'read_item_items__item_id__get', 'read item items item id get'],
    ['another method', '/items', 'read_items_items_post', 'read items items post'],
    ['no function', '/items', '_items_get', 'items get'],
    ['words of its own', '/items', 'getItems', 'get items'],
  ])('of one with %s is all of it', (_, path, id, name) => {
    expect(names(get(path, id))).toEqual([name]);
  });

  it('is short only where it is the only one, and the key is never', () => {
    const [create, other, tag] = keysOf([
      post('/tasks', 'create_tasks_post'),
      post('/users', 'create_users_post'),
      post('/tags', 'create_tag_tags_post'),
    ]);
    expect([create!.name.join(' '), other!.name.join(' ')]).toEqual([
      'create tasks post',
      'create users post',
    ]);
    expect(tag).toMatchObject({ key: 'create-tag-tags-post', name: ['create', 'tag'] });
    expect(names(post('/tasks', 'list_tasks_post'), get('/list', 'list'))).toEqual([
      'list tasks post',
      'list',
    ]);
  });
});
