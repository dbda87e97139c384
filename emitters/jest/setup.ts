import { code } from '../../src/print/code.ts';
import { apart, concat, exploded, lines, type Doc } from '../../src/print/document.ts';
import type { SetupEntries, SetupEntry } from '../../src/suite/setup-entries.ts';
import { Imports } from './imports.ts';
import { printLogIn, printSource } from './setup-log-ins.ts';
import { comment, isIdentifier, object, text } from './typescript.ts';

/** setup.ts, which is the user's: where the API is, its credentials, seed values, and cases to leave out. */
export function printSetup({ credentials, others, logIns, seeds }: SetupEntries): Doc {
  const imports = new Imports();
  imports.use('itc/setup', 'defineSetup');
  const functions = logIns.map((logIn) => printLogIn(logIn, imports));
  const head = code`
    ${block([
      'The set-up of these tests. It is yours: itc wrote it once and leaves it alone.',
      '',
      'Install what they need, and run them against your API:',
      '',
      '  npm install',
      '  BASE_URL=http://localhost:8000 npx jest',
      '',
      `\`beforeEach\` and \`afterEach\` in this file stand around each case.`,
    ])}
    ${imports.print()}
  `;
  const setup = code`
    export default defineSetup({
      ${block([
        'Where the API is: a base URL, or the application itself (an Express app, the',
        `server of a Nest app), which is then called in process. \`prefix: "/v1"\` puts a`,
        'path in front of every operation.',
      ])}
      target: env.BASE_URL ?? "http://127.0.0.1:8000",

      ${block([
        'Your credential for each security scheme of the contract: of somebody who may do',
        'all that good requests need. Without it, the tests that need it are skipped; where',
        'all are, the run fails.',
        '',
        `A log-in (\`logIn\`, or any function of a client) is made once in each file, and`,
        'again when it has expired. Where no one may do all, { admin: …, customer: … }',
        'gives one for each scope.',
      ])}
      credentials: ${mapping(credentials.map(printRemarked))},

      ${block([
        'Who else calls, and with which credentials: { stranger: { bearer: … } }. The',
        'tests of somebody who is not here are skipped.',
      ])}
      others: ${mapping(others.map(printOther))},

      /** Values that only you know, such as the id of a thing that is always there. */
      seeds: ${mapping(seeds.map(printRemarked))},

      ${block([
        'Cases to leave out, and why: { "get-book/happy": "not finished yet" }. An id that',
        'other ids begin with leaves all of them out.',
      ])}
      skips: {},
    });
  `;
  return apart([head, 'const { env } = process;', ...functions, setup], 1);
}

/** A doc comment of several lines. */
function block(said: readonly string[]): Doc {
  return lines(['/**', ...said.map((line) => ` * ${line}`.trimEnd()), ' */']);
}

function mapping(entries: readonly Doc[]): Doc {
  return entries.length === 0 ? '{}' : exploded('{', entries, '}');
}

function printRemarked(entry: SetupEntry): Doc {
  const { remark } = entry;
  return code`
    ${remark && `// ${comment(remark)}`}
    ${printEntry(entry)}
  `;
}

/** `petId: env.SEED_PET_ID` */
export function printEntry({ name, source }: SetupEntry): Doc {
  return concat(isIdentifier(name) ? name : text(name), ': ', printSource(source));
}

/** `stranger: { bearer: logInAs('STRANGER') }`; of several for one scheme, each behind its scopes. */
function printOther({ actor, credentials }: SetupEntries['others'][number]): Doc {
  const schemes = [...new Set(credentials.map(({ scheme }) => scheme))].map((scheme) => {
    const given = credentials.filter((one) => one.scheme === scheme);
    const [only, ...more] = given.map(({ source }) => printSource(source));
    const isOne = more.length === 0 && given[0]?.scopes === undefined;
    const byScopes = given.map(({ scopes = [], source }) => [scopes.join(' '), printSource(source)] as const);
    return [scheme, isOne && only !== undefined ? only : object(byScopes)] as const;
  });
  const remarks = [...new Set(credentials.map(({ summary }) => summary))];
  return code`
    ${remarks.map((remark) => `// ${comment(remark)}`)}
    ${concat(actor, ': ', object(schemes))}
  `;
}
