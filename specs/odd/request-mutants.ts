import type { OddMutant } from './oddity.ts';
import { reads } from './tampering.ts';

/** Mutants of the oddities that are about what one request says. */
export const requestMutants: Readonly<Record<string, readonly OddMutant[]>> = {
  'authorization-header': [
    {
      name: 'vaults-open-for-everybody',
      fault: 'POST /vaults takes whatever stands in the header Authorization, and takes it as well where there is none',
      kills: ['open-vault/auth/*'],
      put: ({ headers, path }, _response, next) => {
        if (path === '/vaults') headers.authorization = 'Bearer sesame';
        next();
      },
    },
    {
      name: 'doors-need-no-key',
      fault: 'GET /doors opens without the header Authorization, which it requires',
      kills: ['open-door/auth/none'],
      put: ({ headers, path }, _response, next) => {
        if (path === '/doors') headers.authorization ??= 'sesame';
        next();
      },
    },
  ],
  inheritance: [
    {
      name: 'dogs-need-not-tell-whether-they-bark',
      fault: 'POST /pets takes a Dog without barks, which it requires',
      kills: ['create-pet/required/body/Dog/barks', 'create-pet/shape/body/petType/another-kind'],
      put: reads('POST', /^\/pets$/, (pet: { readonly petType?: unknown }) =>
        pet.petType === 'dog' && !Object.hasOwn(pet, 'barks') ? { ...pet, barks: true } : pet,
      ),
    },
  ],
  'known-headers': [
    {
      name: 'ranges-are-a-crash',
      fault: 'GET /film answers 500 where the first byte is asked for',
      kills: ['stream-film/happy*', 'stream-film/syntax*'],
      put: ({ headers }, response, next) => {
        if (headers.range === 'bytes=0-0') response.status(500).end();
        else next();
      },
    },
    {
      name: 'parts-without-a-range',
      fault: 'GET /film answers 206 without the header Content-Range, which it promises',
      kills: ['stream-film/happy*', 'stream-film/syntax*'],
      put: (_request, response, next) => {
        const { set } = response;
        response.set = ((name: never, value: never) =>
          name === 'Content-Range' ? response : set.call(response, name, value)) as typeof response.set;
        next();
      },
    },
    {
      name: 'news-in-any-language',
      fault: 'GET /news answers without the header Accept-Language, which it requires',
      kills: ['read-news/required/header/Accept-Language'],
      put: ({ headers }, _response, next) => {
        headers['accept-language'] ??= 'en';
        next();
      },
    },
  ],
};
