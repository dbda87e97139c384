import { code } from '../../src/print/code.ts';
import { apart, concat, exploded, type Doc } from '../../src/print/document.ts';
import type { SetupEntries, SetupEntry } from '../../src/suite/setup-entries.ts';
import { comment, object, text } from './go.ts';
import { Imports } from './imports.ts';
import { packageName } from './module.ts';
import { printLogIn, printSource } from './setup-log-ins.ts';

/** setup_test.go, which is the user's: where the API is, its credentials, seed values, and cases to leave out. */
export function printSetup({ basePath, credentials, others, logIns, seeds }: SetupEntries): Doc {
  const imports = new Imports();
  imports.use('os', 'Getenv');
  const head = code`
    // The set-up of these tests. It is yours: itc wrote it once and leaves it alone.
    //
    // Run them against your API:
    //
    //	BASE_URL=http://localhost:8000${basePath} go test ./...

    package ${packageName}
  `;
  const setup = code`
    func setup() Setup {
      return Setup{
        // Where the API is: a base URL, or the application itself (an http.Handler), which is then
        // called in process. \`Prefix: "${basePath || '/v1'}"\` puts a path in front of every operation.
        Target: ${imports.use('cmp', 'Or')}(os.Getenv("BASE_URL"), ${text(`http://127.0.0.1:8000${basePath}`)}),

        // Your credential for each security scheme of the contract: of somebody who may do all that
        // good requests need. Without it, the tests that need it are skipped; where all are, the run
        // fails.
        //
        // A log-in (LogIn, Grant, or any func(*Client) string) is made once, and again when it has
        // expired. Where no one may do all, object{{"admin", ...}, {"customer", ...}} gives one for
        // each scope.
        Credentials: ${mapping(credentials.map((entry) => printRemarked(entry, logIns)))},

        // Who else calls, and with which credentials: {"stranger", object{{"bearer", ...}}}. The
        // tests of somebody who is not here are skipped.
        Others: ${mapping(others.map((other) => printOther(other, logIns)))},

        // Values that only you know, such as the id of a thing that is always there.
        Seeds: ${mapping(seeds.map((entry) => printRemarked(entry, logIns)))},

        // Cases to leave out, and why: {"get-book/happy", "not finished yet"}. An id that other ids
        // begin with leaves all of them out.
        Skips: object{},

        // This runs before each case; what it gives to t.Cleanup runs after it.
        AroundEachCase: func(t *${imports.use('testing', 'T')}) {},
      }
    }
  `;
  const printed = logIns.map((logIn) => printLogIn(logIn, imports));
  return apart([head, imports.print(), setup, ...printed], 1);
}

/** go.mod: what the suite is run with. It is the user's, too. */
export const goMod = `module ${packageName}

go 1.24

require github.com/dlclark/regexp2 v1.12.0
`;

/** go.sum, which says what the module proxy must give for that. */
export const goSum = [
  'github.com/dlclark/regexp2 v1.12.0 h1:0j4c5qQmnC6XOWNjP3PIXURXN2gWx76rd3KvgdPkCz8=',
  'github.com/dlclark/regexp2 v1.12.0/go.mod h1:DHkYz0B9wPfa6wondMfaivmHpzrQ3v9q8cnmRbL6yW8=',
  '',
].join('\n');

type LogIns = SetupEntries['logIns'];

function mapping(entries: readonly Doc[]): Doc {
  return entries.length === 0 ? 'object{}' : exploded('object{', entries, '}');
}

/** An exploded list puts the comma behind the entry, so that a remark stands above it. */
function printRemarked(entry: SetupEntry, logIns: LogIns): Doc {
  const { remark } = entry;
  return code`
    ${remark && `// ${comment(remark)}`}
    ${printEntry(entry, logIns)}
  `;
}

/** `{"petId", os.Getenv("SEED_PET_ID")}` */
export function printEntry({ name, source }: SetupEntry, logIns: LogIns = []): Doc {
  return concat(`{${text(name)}, `, printSource(source, logIns), '}');
}

/** `{"stranger", object{{"bearer", logIn("STRANGER")}}}`; of several for one scheme, each behind its scopes. */
function printOther({ actor, credentials }: SetupEntries['others'][number], logIns: LogIns): Doc {
  const schemes = [...new Set(credentials.map(({ scheme }) => scheme))].map((scheme) => {
    const given = credentials.filter((one) => one.scheme === scheme);
    const [only, ...more] = given.map(({ source }) => printSource(source, logIns));
    const isOne = more.length === 0 && given[0]?.scopes === undefined;
    const byScopes = given.map(
      ({ scopes = [], source }) => [text(scopes.join(' ')), printSource(source, logIns)] as const,
    );
    return [text(scheme), isOne && only !== undefined ? only : object(byScopes)] as const;
  });
  const remarks = [...new Set(credentials.map(({ summary }) => summary))];
  return code`
    ${remarks.map((remark) => `// ${comment(remark)}`)}
    ${concat(`{${text(actor)}, `, object(schemes), '}')}
  `;
}
