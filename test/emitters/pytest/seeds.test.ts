import { expect, it } from 'vitest';
import { pytest } from '../../../emitters/pytest/index.ts';
import { bookshop } from '../model.ts';

it('asks in the set-up for the seeds that tests speak of, with the example of the contract', () => {
  const seed = (name: string, example?: string) => ({
    name: ['new', name],
    value: { kind: 'seed', name, ...(example === undefined ? {} : { example }) } as const,
  });
  const { files } = pytest.emit({
    ...bookshop,
    fixtures: [],
    examples: [seed('password'), seed('email')],
    suites: [{ ...bookshop.suites[0]!, examples: [seed('email', 'ada@example.org')], groups: [] }],
  });
  expect(files.find(({ path }) => path === 'conftest.py')?.text).toContain(
    [
      '    return {',
      '        # such as "ada@example.org"',
      '        "email": os.environ.get("SEED_EMAIL"),',
      '        "password": os.environ.get("SEED_PASSWORD"),',
      '    }',
    ].join('\n'),
  );
});
