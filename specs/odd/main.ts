import { parseArgs } from 'node:util';
import { startOdd } from './server.ts';

const { values, positionals } = parseArgs({
  options: { port: { type: 'string', default: '4012' } },
  allowPositionals: true,
});
const { url } = await startOdd(positionals[0] ?? '', Number(values.port));
console.log(`${positionals[0]} listens on ${url}`);
