import type { Runner } from '../../src/model/runner.ts';
import { verdicts } from './verdicts.ts';

/** Jest, as it is installed beside the suite or above it. Node.js looks it up as the suite's own imports are. */
export const runner: Runner = {
  programs: () => ['node'],
  probe: ['-e', "for (const name of ['jest', 'supertest', 'ajv', 'ajv-formats']) require.resolve(name)"],
  advice: 'Install what the suite needs: npm install (in its folder)',
  byHand: 'npm install && BASE_URL=http://localhost:8000 npx jest',
  command: (report) => [
    '-e',
    "require('jest').run(process.argv.slice(1))",
    '--',
    '--json',
    `--outputFile=${report}`,
  ],
  completes: [0, 1],
  verdicts,
};
