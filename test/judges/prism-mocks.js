// Serves contracts with Prism, each on a free port of loopback: node prism-mocks.js <folder of Prism> <contract>…
// Prints one line of JSON per contract, `{"url": …}` or `{"problem": …}`, in their order; ends with its standard input.
import { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';

const [, , prism, ...contracts] = process.argv;
const load = createRequire(path.join(path.resolve(prism), 'package.json'));
const { createLogger } = load('@stoplight/prism-core');
const { getHttpOperationsFromSpec } = load('@stoplight/prism-http');
const { createServer } = load('@stoplight/prism-http-server');

// As `prism mock --dynamic --seed itc`: requests and credentials are judged; answers are made up, the same in each run.
const config = {
  isProxy: false,
  validateRequest: true,
  validateResponse: true,
  checkSecurity: true,
  errors: false,
  mock: { dynamic: true, seed: 'itc', ignoreExamples: false },
};

// Prism tells what it finds wrong in a header, in characters that no header may have, and ends of it.
const setHeader = ServerResponse.prototype.setHeader;
ServerResponse.prototype.setHeader = function (name, value) {
  return name === 'sl-violations' ? this : setHeader.call(this, name, value);
};

for (const contract of contracts) {
  console.log(JSON.stringify(await served(contract)));
}
process.stdin.on('close', () => process.exit()).resume();

async function served(contract) {
  try {
    const operations = await getHttpOperationsFromSpec(contract);
    const logger = createLogger('PRISM', { level: 'silent' });
    const server = createServer(operations, { cors: false, config, components: { logger } });
    return { url: await server.listen(0, '127.0.0.1') };
  } catch (error) {
    return { problem: String(error) };
  }
}
