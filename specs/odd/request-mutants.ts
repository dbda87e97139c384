import type { OddMutant } from './oddity.ts';
import { reads } from './tampering.ts';

/** Mutants of the oddities that are about what one request says. */
export const requestMutants: Readonly<Record<string, readonly OddMutant[]>> = {
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
