import answerFile from './itc/answer.ts?raw';
import callFile from './itc/call.ts?raw';
import caseIdFile from './itc/case-id.ts?raw';
import caseFile from './itc/case.ts?raw';
import causesFile from './itc/causes.ts?raw';
import checksFile from './itc/checks.ts?raw';
import clientFile from './itc/client.ts?raw';
import containmentFile from './itc/containment.ts?raw';
import contractFile from './itc/contract.ts?raw';
import credentialsFile from './itc/credentials.ts?raw';
import environmentFile from './itc/environment.mjs?raw';
import exchangeFile from './itc/exchange.ts?raw';
import folderFile from './itc/folder.ts?raw';
import holderFile from './itc/holder.ts?raw';
import indexFile from './itc/index.ts?raw';
import jsonFile from './itc/json.ts?raw';
import keyringFile from './itc/keyring.ts?raw';
import listedFile from './itc/listed.ts?raw';
import logInFile from './itc/log-in.ts?raw';
import maskingFile from './itc/masking.ts?raw';
import multipartFile from './itc/multipart.ts?raw';
import notesFile from './itc/notes.ts?raw';
import pendingFile from './itc/pending.ts?raw';
import reportFile from './itc/report.ts?raw';
import reporterFile from './itc/reporter.mjs?raw';
import schemasFile from './itc/schemas.ts?raw';
import sessionFile from './itc/session.ts?raw';
import setupFile from './itc/setup.ts?raw';
import tracesFile from './itc/traces.ts?raw';
import transportFile from './itc/transport.ts?raw';
import turnsFile from './itc/turns.ts?raw';
import valuesFile from './itc/values.ts?raw';
import walkFile from './itc/walk.ts?raw';
import wireFile from './itc/wire.ts?raw';

/** The folder `itc`: real code, copied unchanged, the same for every contract. */
export const supportFiles: readonly { readonly path: string; readonly text: string }[] = Object.entries({
  'answer.ts': answerFile,
  'call.ts': callFile,
  'case-id.ts': caseIdFile,
  'case.ts': caseFile,
  'causes.ts': causesFile,
  'checks.ts': checksFile,
  'client.ts': clientFile,
  'containment.ts': containmentFile,
  'contract.ts': contractFile,
  'credentials.ts': credentialsFile,
  'environment.mjs': environmentFile,
  'exchange.ts': exchangeFile,
  'folder.ts': folderFile,
  'holder.ts': holderFile,
  'index.ts': indexFile,
  'json.ts': jsonFile,
  'keyring.ts': keyringFile,
  'listed.ts': listedFile,
  'log-in.ts': logInFile,
  'masking.ts': maskingFile,
  'multipart.ts': multipartFile,
  'notes.ts': notesFile,
  'pending.ts': pendingFile,
  'report.ts': reportFile,
  'reporter.mjs': reporterFile,
  'schemas.ts': schemasFile,
  'session.ts': sessionFile,
  'setup.ts': setupFile,
  'traces.ts': tracesFile,
  'transport.ts': transportFile,
  'turns.ts': turnsFile,
  'values.ts': valuesFile,
  'walk.ts': walkFile,
  'wire.ts': wireFile,
}).map(([name, text]) => ({ path: `itc/${name}`, text }));
