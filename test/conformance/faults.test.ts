import { parcels } from '../../specs/apis.ts';
import { prove } from './prove.ts';

prove(parcels);
