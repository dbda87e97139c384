import type { Runner } from '../../src/model/runner.ts';
import { verdicts } from './verdicts.ts';

/** RSpec: the binstub of the suite's own bundle, that of the working folder, or what is on the path. */
export const runner: Runner = {
  programs: ({ folder, suite }) => [`${suite}/bin/rspec`, `${folder}/bin/rspec`, 'rspec'],
  probe: ['--version'],
  advice: 'Install what the suite needs: bundle install (in its folder)',
  byHand: (basePath) => `bundle install && BASE_URL=http://localhost:8000${basePath} bundle exec rspec`,
  command: (report) => ['--format', 'progress', '--format', 'json', '--out', report],
  completes: [0, 1],
  verdicts,
};
