import type { Runner } from '../../src/model/runner.ts';
import { verdicts } from './verdicts.ts';

/** `go test`, whose report is what it prints. */
export const runner: Runner = {
  programs: () => ['go', '/usr/local/go/bin/go'],
  probe: ['version'],
  advice: 'Install Go 1.24 or newer: https://go.dev/dl',
  byHand: (basePath) => `BASE_URL=http://localhost:8000${basePath} go test ./...`,
  // What passed before might fail now: -count=1 takes no verdict from the cache.
  command: () => ['test', '-json', '-count=1', './...'],
  reportsAsOutput: true,
  // 1: a test failed, or nothing was tested.
  completes: [0, 1],
  verdicts,
};
