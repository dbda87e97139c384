import { code } from '../../src/print/code.ts';
import { apart, concat, exploded, type Doc } from '../../src/print/document.ts';
import type { SetupEntries, SetupEntry } from '../../src/suite/setup-entries.ts';
import { comment, dict, text } from './python.ts';
import { printLogIn, printSource } from './setup-log-ins.ts';

/** conftest.py, which is the user's: where the API is, its credentials, seed values, and cases to leave out. */
export function printSetup({ basePath, credentials, others, logIns, seeds }: SetupEntries): Doc {
  const head = code`
    """The set-up of these tests. It is yours: itc wrote it once and leaves it alone.

    Install what they need, and run them against your API:

      pip install -r requirements.txt
      BASE_URL=http://localhost:8000${basePath} pytest
    """

    import os
    import sys
    from importlib import import_module
    from pathlib import Path

    import pytest

    # What itc writes anew each time: the client, and the things that tests need.
    sys.path.insert(0, str(Path(__file__).parent))
    itc_support = import_module("itc_support")
    globals().update(itc_support.fixtures())
  `;
  const target = code`
    @pytest.fixture(scope="session")
    def target():
      """Where the API is: a base URL, or the application itself (ASGI or WSGI), which is
      then called in process. \`(app, "${basePath || '/v1'}")\` puts a path in front of every operation."""
      return os.environ.get("BASE_URL", ${text(`http://127.0.0.1:8000${basePath}`)})
  `;
  const who = code`
    @pytest.fixture(scope="session")
    def credentials():
      """Your credential for each security scheme of the contract: of somebody who may do
      all that good requests need. Without it, the tests that need it are skipped; where
      all are, the run ends with exit code 5.

      A log-in (\`itc_support.log_in\`, or any function of a client) is made once, and again
      when it has expired. Where no one may do all, {"admin": ..., "customer": ...} gives
      one for each scope.
      """
      return ${mapping(credentials.map(printRemarked))}


    @pytest.fixture(scope="session")
    def others():
      """Who else calls, and with which credentials: {"stranger": {"bearer": ...}}. The
      tests of somebody who is not here are skipped."""
      return ${mapping(others.map(printOther))}
  `;
  const rest = code`
    @pytest.fixture(scope="session")
    def seeds():
      """Values that only you know, such as the id of a thing that is always there."""
      return ${mapping(seeds.map(printRemarked))}


    @pytest.fixture(scope="session")
    def skips():
      """Cases to leave out, and why: {"get-book/happy": "not finished yet"}. An id that
      other ids begin with leaves all of them out."""
      return {}


    @pytest.fixture(autouse=True)
    def around_each_case():
      """What stands before the yield runs before each case, what stands behind it after."""
      yield
  `;
  return apart([head, target, ...logIns.map(printLogIn), who, rest], 2);
}

/** What the suite is run with, beside Python 3.10 or newer. */
export const requirements = ['httpx>=0.27,<1', 'jsonschema[format]>=4.21,<5', 'pytest>=8,<10', ''].join('\n');

function mapping(entries: readonly Doc[]): Doc {
  return entries.length === 0 ? '{}' : exploded('{', entries, '}');
}

/** An exploded list puts the comma behind the entry, so that a remark stands above it. */
function printRemarked(entry: SetupEntry): Doc {
  const { remark } = entry;
  return code`
    ${remark && `# ${comment(remark)}`}
    ${printEntry(entry)}
  `;
}

/** `"petId": os.environ.get("SEED_PET_ID")` */
export function printEntry({ name, source }: SetupEntry): Doc {
  return concat(text(name), ': ', printSource(source));
}

/** `"stranger": {"bearer": log_in("STRANGER")}`; of several for one scheme, each behind its scopes. */
function printOther({ actor, credentials }: SetupEntries['others'][number]): Doc {
  const schemes = [...new Set(credentials.map(({ scheme }) => scheme))].map((scheme) => {
    const given = credentials.filter((one) => one.scheme === scheme);
    const [only, ...more] = given.map(({ source }) => printSource(source));
    const isOne = more.length === 0 && given[0]?.scopes === undefined;
    const byScopes = given.map(({ scopes = [], source }) => [scopes.join(' '), printSource(source)] as const);
    return [scheme, isOne && only !== undefined ? only : dict(byScopes)] as const;
  });
  const remarks = [...new Set(credentials.map(({ summary }) => summary))];
  return code`
    ${remarks.map((remark) => `# ${comment(remark)}`)}
    ${concat(text(actor), ': ', dict(schemes))}
  `;
}
