import type { SecurityScheme } from '../../src/api/api.ts';
import type { TestModel } from '../../src/model/model.ts';
import { code } from '../../src/print/code.ts';
import { exploded, type Doc } from '../../src/print/document.ts';
import { constant, Scope, wordsOf } from '../../src/print/names.ts';
import { call, comment, text } from './python.ts';
import type { Seeds } from './seeds.ts';

/** conftest.py, which is the user's: where the API is, its credentials, seed values, and cases to leave out. */
export function printSetup(model: TestModel, known: Seeds): Doc {
  const variables = new Scope([]);
  const variable = (kind: string, name: string) =>
    variables.take([kind, constant(wordsOf(name))].filter((part) => part !== '').join('_'));
  const credentials = Object.entries(model.contract.securitySchemes).map(([name, scheme]) =>
    entry(name, variable('CREDENTIAL', name), describe(scheme)),
  );
  const seeds = known
    .all()
    .map(([name, example]) =>
      entry(
        name,
        variable('SEED', name),
        example === undefined ? undefined : `such as ${JSON.stringify(example)}`,
      ),
    );
  return code`
    """The set-up of these tests. It is yours: itc wrote it once and leaves it alone.

    Install what they need, and run them against your API:

      pip install -r requirements.txt
      BASE_URL=http://localhost:8000 pytest
    """

    import os
    import sys
    from importlib import import_module
    from pathlib import Path

    import pytest

    # What itc writes anew each time: the client, and the things that tests need.
    sys.path.insert(0, str(Path(__file__).parent))
    globals().update(import_module("itc_support").fixtures())


    @pytest.fixture(scope="session")
    def target():
      """Where the API is: a base URL, or the application itself (ASGI or WSGI), which is
      then called in process. \`(app, "/v1")\` puts a path in front of every operation."""
      return os.environ.get("BASE_URL", "http://127.0.0.1:8000")


    @pytest.fixture(scope="session")
    def credentials():
      """What each security scheme of the contract takes. Without it, the tests that need
      it are skipped. A function is a log-in: it is called once, with an anonymous client,
      and returns the credential:

      lambda api: api.post("/login", json={"name": "a", "password": "b"}).body["token"]
      """
      return ${mapping(credentials)}


    @pytest.fixture(scope="session")
    def seeds():
      """Values that only you know, such as the id of a thing that is always there."""
      return ${mapping(seeds)}


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
}

/** What the suite is run with, beside Python 3.10 or newer. */
export const requirements = ['httpx>=0.27,<1', 'jsonschema[format]>=4.21,<5', 'pytest>=8,<10', ''].join('\n');

function mapping(entries: readonly Doc[]): Doc {
  return entries.length === 0 ? '{}' : exploded('{', entries, '}');
}

/** An exploded list puts the comma behind the entry, so that a remark stands above it. */
function entry(name: string, variable: string, remark: string | undefined): Doc {
  return code`
    ${remark && `# ${comment(remark)}`}
    ${text(name)}: ${call('os.environ.get', [text(variable)])}
  `;
}

function describe(scheme: SecurityScheme): string {
  switch (scheme.type) {
    case 'apiKey':
      return `the ${scheme.in} ${scheme.name}`;
    case 'http':
      return scheme.scheme === 'basic'
        ? 'a user and a password: "user:password"'
        : `a ${scheme.scheme} credential`;
    case 'oauth2':
    case 'openIdConnect':
      return 'an access token';
    case 'mutualTLS':
      return 'anything, when the target presents a client certificate (an httpx.Client)';
  }
}
