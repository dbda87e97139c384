import { parseArgs } from 'node:util';
import { start } from './server.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4011' }, mutant: { type: 'string' } },
});
const { url } = await start({ port: Number(values.port), mutant: values.mutant });
console.log(`Parcels listens on ${url}${values.mutant ? ` with the fault ${values.mutant}` : ''}`);
