import { admin, herbert, reader } from '../../../specs/bookshop/seeds.ts';
import { aBook, anAuthor } from '../bookshop-things.ts';
import type { Exchange, Sent } from '../exchange.ts';
import { make, newTitle, on, orderOfAnother } from './new-things.ts';
import { probe, says, verdict, type Probe } from './probe.ts';

const { token } = admin;

const isGoneAfterDelete = (line: 'POST /authors' | 'POST /books') =>
  on(line, async (send, path) => {
    await send(`DELETE ${path}`, { token });
    return verdict(await send(`GET ${path}`), 404);
  });

/** What a member is after a change that should make it `new`. */
const changes = (line: 'POST /authors' | 'POST /books', change: readonly [string, Sent, string]) =>
  on(line, async (send, path) => {
    const [method, sent, member] = change;
    await send(`${method} ${path}`, { token, ...sent });
    return says((await send(`GET ${path}`)).body[member] === 'new');
  });

const logOut: Probe = async (send) => {
  const { body } = await send('POST /sessions', { body: { email: reader.email, password: reader.password } });
  const mine = { token: String(body['token']) };
  await send(`DELETE /sessions/${body['id']}`, mine);
  return verdict(await send('GET /orders', mine), 401);
};

const itemsOf = async (send: Exchange, line: string) =>
  (await send(line)).body['items'] as readonly Readonly<Record<string, unknown>>[];

/** Probes of mutants whose every answer looks good alone, and whose state is wrong. */
export const stateProbes: Readonly<Record<string, Probe>> = {
  'delete-does-nothing': isGoneAfterDelete('POST /books'),
  'author-stays': isGoneAfterDelete('POST /authors'),
  'put-keeps-the-title': (send) =>
    changes('POST /books', ['PUT', { body: aBook({ title: 'new' }) }, 'title'])(send),
  'put-does-nothing': changes('POST /authors', ['PUT', { body: { ...anAuthor, name: 'new' } }, 'name']),
  'patch-does-nothing': changes('POST /books', ['PATCH', newTitle, 'title']),
  'create-forgets-the-name': on('POST /authors', async (send, path) =>
    says((await send(`GET ${path}`)).body['name'] === anAuthor.name),
  ),
  'list-omits-the-newest': on('POST /authors', async (send, path) =>
    says((await itemsOf(send, 'GET /authors')).some(({ id }) => path.endsWith(String(id)))),
  ),
  'isbn-twice': async (send) => {
    const body = aBook();
    await make(send, 'POST /books', body);
    return verdict(await send('POST /books', { token, body }), 409);
  },
  'authors-leave-their-books': probe(409, `DELETE /authors/${herbert}`, { token }),
  'stale-writes-win': on('POST /books', async (send, path) =>
    verdict(await send(`PUT ${path}`, { token, headers: { 'If-Match': '"stale"' }, body: aBook() }), 412),
  ),
  'language-not-filtered': async (send) =>
    says((await itemsOf(send, 'GET /books?language=de')).every(({ language }) => language === 'de')),
  'pages-overlap': async (send) => {
    const [first] = await itemsOf(send, 'GET /books?limit=1&offset=0');
    const [second] = await itemsOf(send, 'GET /books?limit=1&offset=1');
    return says(first?.['id'] !== second?.['id']);
  },
  'limit-ignored': async (send) => says((await itemsOf(send, 'GET /authors?limit=1')).length === 1),
  'descending-is-ascending': async (send) => {
    const prices = (await itemsOf(send, 'GET /books?sort=-price')).map(({ price }) => Number(price));
    return says(prices[0]! > prices.at(-1)!);
  },
  'orders-of-others': orderOfAnother('GET'),
  'still-open-after-logging-out': logOut,
};
