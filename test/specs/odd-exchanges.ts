/** A line to send, the status that must come, and what to send with it. */
export type OddExchange = readonly [
  line: string,
  status: number,
  sent?: RequestInit & { readonly json?: unknown },
];

const form = (fields: Readonly<Record<string, string | Blob>>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const json = (value: unknown) => ({ json: value });
export const header = (name: string, value: string) => ({ headers: { [name]: value } });

/** Good and bad requests of every oddity, in an order in which each needs only earlier ones. */
export const exchanges: Readonly<Record<string, readonly OddExchange[]>> = {
  recursive: [
    ['POST /categories', 201, json({ name: 'a', children: [{ name: 'b', children: [] }] })],
    ['POST /categories', 400, json({ name: 'a', children: [{ name: 'b' }] })],
    ['GET /categories', 200],
    ['POST /people', 200, json({ name: 'a', mentor: { name: 'b' } })],
    ['POST /folders', 400, json({ name: 'a', files: [{ name: 'b', in: {} }] })],
  ],
  'no-operation-id': [
    ['GET /', 200],
    ['GET /long-names', 200],
    ['GET /things/1/parts/2', 200],
    ['GET /things/1/parts/x', 404],
  ],
  keywords: [
    ['GET /class?import=a&from=1', 200],
    ['GET /class?from=x', 400],
    ['POST /import', 200, json({ def: 'a', end: 1, class: 'b' })],
    ['POST /import', 400, json({ def: 'a', end: 1, class: 2 })],
    ['GET /func/nil', 200],
    ['GET /func/self', 404],
  ],
  accents: [
    ['GET /été?année=1999', 200],
    ['GET /été?année=1899', 400],
    ['POST /书', 200, json({ été: 'x', λόγος: 'α' })],
    ['POST /书', 400, json({ 'e\u0301te\u0301': 'x' })],
  ],
  'digits-first': [
    ['POST /2fa', 200, json({ '1st': '123456' })],
    ['POST /2fa', 400, json({})],
    ['GET /3d-models/404', 200],
  ],
  'empty-tags': [
    ['GET /a', 204],
    ['GET /f', 204],
  ],
  'dotted-path': [
    ['GET /reports.daily', 200],
    ['GET /reportsxdaily', 404],
    ['GET /~me/a+b', 200],
    ['POST /reports:archive', 200],
    ['GET /two%20words', 200],
  ],
  'path-suffix': [
    ['GET /projects/1.json', 200],
    ['GET /projects/1.xml', 404],
    ['GET /days/1-5/hours', 200],
  ],
  cookies: [
    ['GET /theme', 200, header('Cookie', 'visits=3; theme=dark')],
    ['GET /theme', 400, header('Cookie', 'theme=dark')],
    ['GET /secret', 200, header('Cookie', 'session=sesame')],
    ['GET /secret', 401],
  ],
  'swagger-forms': [
    [
      'POST /contacts',
      200,
      {
        body: new URLSearchParams([
          ['name', 'a'],
          ['age', '149'],
          ['phones', '1'],
          ['phones', '2'],
        ]),
      },
    ],
    ['POST /contacts', 400, { body: new URLSearchParams({ name: 'a', age: '150' }) }],
    ['POST /contacts/check', 200, json({ name: 'a', age: null })],
    ['POST /files', 200, { body: form({ file: new Blob(['abc']), title: 't' }) }],
    ['POST /files', 400, { body: form({ title: 't' }) }],
    ['GET /lists?csv=1,2&ssv=1%202&tsv=1%092&pipes=1|2&multi=1&multi=2', 200],
    ['GET /lists?csv=1,x', 400],
  ],
  'deep-object': [
    ['GET /things?filter[name]=a&filter[min]=1&ids=1|2&words=a%20b&r=1', 200],
    ['GET /things?filter[min]=1', 400],
    ['GET /things', 200],
  ],
  'boolean-schema': [
    ['POST /anything', 200, json(null)],
    ['POST /points', 200, json({ at: [1, 2], name: 'a', note: {} })],
    ['POST /points', 400, json({ at: [1, 2, 3], name: 'a' })],
    ['POST /points', 400, json({ at: [1, 2], name: 'a', forbidden: 1 })],
  ],
  'content-parameter': [
    [`GET /search?where=${encodeURIComponent('{"field":"title","values":["Ä & ü"]}')}`, 200],
    ['GET /search?where={', 400],
    ['GET /search', 400],
  ],
  headers: [
    ['GET /headers', 200, { headers: { 'X-Request-Id': 'abcd', 'X-Sizes': '1,2', 'X-Is-Test': 'true' } }],
    ['GET /headers', 400],
  ],
  'path-styles': [
    ['GET /simple/3,4', 200],
    ['GET /simple/3', 404],
    ['GET /label/.3,4', 200],
    ['GET /label-exploded/.3.4', 200],
    ['GET /matrix/;ids=3,4', 200],
    ['GET /matrix-exploded/;ids=3;ids=4', 200],
  ],
  'api-keys': [
    ['GET /query?api_key=sesame', 200],
    ['GET /header', 200, header('X-API-Key', 'sesame')],
    ['GET /cookie', 200, header('Cookie', 'api-key=sesame')],
    ['GET /basic', 200, header('Authorization', `Basic ${btoa('ali:sesame')}`)],
    ['GET /both?api_key=sesame', 401],
    ['GET /either?api_key=sesame', 200],
    ['GET /maybe', 200],
  ],
  'many-files': [
    ['POST /plants', 201, json({ name: 'a', bed: { number: 1, neighbours: [{ name: 'b' }] } })],
    ['POST /plants', 400, json({ name: 'a', bed: { number: 51 } })],
    ['GET /plants', 200],
    ['GET /plants/1', 200],
    ['DELETE /plants/1', 204],
    ['GET /plants/1', 404],
  ],
  'map-by-id': [
    ['POST /lamps', 201, json({ watts: 7 })],
    ['GET /lamps/-LLLLLLL1', 200],
    ['GET /lamps', 200],
    ['DELETE /lamps/-LLLLLLL1', 204],
    ['DELETE /lamps/-LLLLLLL1', 404],
  ],
  envelope: [
    ['POST /articles', 201, json({ article: { title: 'A b', text: '' } })],
    ['POST /articles', 400, json({ title: 'A b', text: '' })],
    ['PUT /articles/a-b-1', 200, json({ article: { title: 'C', text: '' } })],
    ['GET /articles', 200],
    ['DELETE /articles/a-b-1', 204],
    ['GET /articles/a-b-1', 404],
  ],
  'plain-text': [
    ['POST /upper', 200, { body: 'a', ...header('Content-Type', 'text/plain') }],
    ['POST /upper', 400, { body: '', ...header('Content-Type', 'text/plain') }],
    ['GET /bytes', 200],
    ['POST /bytes', 200, { body: 'abc', ...header('Content-Type', 'application/octet-stream') }],
    ['GET /table', 200],
    ['GET /either', 200],
  ],
  'nullable-3-0': [
    ['POST /nulls', 200, json({ text: null, never: '', size: null, ratio: null })],
    ['POST /nulls', 400, json({ text: null, never: null })],
    ['POST /nulls', 400, json({ text: null, never: '', ratio: 0 })],
  ],
  inheritance: [
    ['POST /pets', 201, json({ petType: 'dog', name: 'a', barks: true })],
    ['POST /pets', 400, json({ petType: 'Cat', name: 'a', barks: true })],
    ['GET /pets', 200],
  ],
  'put-creates': [
    ['PUT /settings/color', 201, json({ value: 'red', note: 'n' })],
    ['PUT /settings/color', 200, json({ value: 'blue' })],
    ['PUT /settings/Color', 400, json({ value: 'blue' })],
    ['POST /settings/color', 200, json({ note: 'm' })],
    ['POST /settings/shape', 404, json({ note: 'm' })],
    ['GET /settings', 200],
    ['DELETE /settings/color', 204],
    ['GET /settings/color', 404],
  ],
  'wildcard-statuses': [
    ['POST /jobs', 202, json({ name: 'a' })],
    ['POST /jobs', 400, json({})],
    ['GET /now', 200],
    ['GET /last', 202],
  ],
  'wrapped-list': [
    ['POST /acme/tickets', 201, json({ subject: 'a' })],
    ['POST /other/tickets', 404, json({ subject: 'a' })],
    ['GET /acme/tickets', 200],
    ['GET /acme/tickets/1', 200],
    ['DELETE /acme/tickets/1', 200],
    ['GET /acme/tickets/1', 404],
  ],
  singleton: [
    ['GET /configuration', 200],
    ['PUT /configuration', 200, json({ theme: 'dark' })],
    ['POST /houses', 201, json({ street: 'a' })],
    ['GET /houses/1/alarm', 404],
    ['PUT /houses/1/alarm', 201, json({ code: '1234' })],
    ['PUT /houses/1/alarm', 200, json({ code: '1235' })],
    ['PUT /houses/2/alarm', 404, json({ code: '1235' })],
    ['DELETE /houses/1', 204],
    ['GET /houses/1/alarm', 404],
  ],
  money: [
    ['POST /prices', 200, json({ amount: 19.99, counter: 2 ** 53, rate: 0.001, text: '19.99' })],
    ['POST /prices', 400, json({ amount: 19.999 })],
  ],
  'trailing-slash': [
    ['GET /things/', 200],
    ['GET /things', 200],
    ['GET /things//', 404],
  ],
  'search-by-post': [
    ['POST /search', 200, json({ prefix: 'a' })],
    ['POST /search', 200],
    ['POST /search', 400, json({ limit: 11 })],
    ['POST /words/pear/check', 200],
    ['POST /words/plum/check', 404],
    ['GET /count', 200],
  ],
};
