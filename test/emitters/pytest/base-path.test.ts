import { expect, it } from 'vitest';
import { runOwn } from './own-suite.ts';

const tests = `
import pytest

@pytest.mark.parametrize("number", range(12))
def test_asks(api, number):
    api.get("/books")
`;

const findings = async (status: number) => {
  const { output } = await runOwn({
    contract: { basePath: '/v2' },
    tests,
    answer: () => ({ status, body: {} }),
  });
  return output;
};

it('asks for the path in front of all paths where nothing is found without it', async () => {
  const said = await findings(404);
  expect(said.match(/the contract has \/v2 in front of every path: does BASE_URL lack it\?/g)).not.toBeNull();
});

it('says nothing of it where something is found', async () => {
  expect(await findings(200)).not.toContain('BASE_URL');
});
