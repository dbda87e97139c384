import { expect, it } from 'vitest';
import type { Contract } from '../../../src/model/promises.ts';
import { promised, runOwn } from './own-suite.ts';

const securitySchemes: Contract['securitySchemes'] = {
  bearer: { type: 'http', scheme: 'bearer' },
  header: { type: 'apiKey', in: 'header', name: 'X-Door' },
  query: { type: 'apiKey', in: 'query', name: 'door' },
  cookie: { type: 'apiKey', in: 'cookie', name: 'door' },
};

it.each(Object.keys(securitySchemes))('shows no %s credential, however short it is', async (scheme) => {
  const { output } = await runOwn({
    contract: { securitySchemes, operations: { 'GET /things': promised({ 200: {} }, [scheme]) } },
    answer: () => ({ status: 400, body: { sent: 'k7' } }),
    tests: 'def test_own(api):\n    api.get("/things", query={"size": 12}).conforms(200)\n',
    variables: { [`CREDENTIAL_${scheme.toUpperCase()}`]: 'k7' },
    args: ['--show-capture=no'],
  });
  expect(output).toContain('size=12');
  expect(output).toContain('< {"sent":"***"}');
  expect(output).not.toContain('k7');
});
