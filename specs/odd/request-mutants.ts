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
};
