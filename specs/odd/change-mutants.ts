import type { OddMutant } from './oddity.ts';
import { reads } from './tampering.ts';

/** Mutants of the oddities of `routes/changes.ts`. */
export const changeMutants: Readonly<Record<string, readonly OddMutant[]>> = {
  'known-by-name': [
    {
      name: 'put-keeps-no-note',
      fault: 'PUT /keys/{keyId} does not keep the note',
      kills: ['keys/lifecycle'],
      put: reads('PUT', /^\/keys\//, (key: { readonly note?: unknown }) => {
        const { note, ...others } = key;
        return typeof note === 'string' && note.length <= 100 ? others : key;
      }),
    },
  ],
};
