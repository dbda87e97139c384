import type { Runner } from '../../src/model/runner.ts';
import { verdicts } from './verdicts.ts';

/** pytest, run by the Python that has the suite's packages: that of the active virtual environment, else of the folder's. */
export const runner: Runner = {
  programs({ environment: { VIRTUAL_ENV: active }, folder }) {
    const environments = [
      ...(active ? [active] : []),
      `${folder}/.venv`,
      `${folder}/venv`,
      `${folder}/.toolchain/venv`,
    ];
    return [
      ...environments.flatMap((venv) => [`${venv}/bin/python`, `${venv}/Scripts/python.exe`]),
      'python3',
      'python',
    ];
  },
  probe: ['-c', 'import httpx, jsonschema, pytest'],
  advice: 'Install what the suite needs: pip install -r requirements.txt (in its folder)',
  byHand: (basePath) => `pip install -r requirements.txt && BASE_URL=http://localhost:8000${basePath} pytest`,
  // Without the last argument a module that can't be imported would keep all others from running.
  command: (report) => ['-m', 'pytest', `--junitxml=${report}`, '--continue-on-collection-errors'],
  // 5: there was no test.
  completes: [0, 1, 5],
  verdicts,
};
