import init from './itc_support/__init__.py?raw';
import answer from './itc_support/answer.py?raw';
import at_once from './itc_support/at_once.py?raw';
import causes from './itc_support/causes.py?raw';
import client from './itc_support/client.py?raw';
import containment from './itc_support/containment.py?raw';
import contract from './itc_support/contract.py?raw';
import credentials from './itc_support/credentials.py?raw';
import holder from './itc_support/holder.py?raw';
import keyring from './itc_support/keyring.py?raw';
import listed from './itc_support/listed.py?raw';
import log_in from './itc_support/log_in.py?raw';
import masking from './itc_support/masking.py?raw';
import needed from './itc_support/needed.py?raw';
import patient from './itc_support/patient.py?raw';
import patterns from './itc_support/patterns.py?raw';
import plugin from './itc_support/plugin.py?raw';
import report from './itc_support/report.py?raw';
import session from './itc_support/session.py?raw';
import traces from './itc_support/traces.py?raw';
import transport from './itc_support/transport.py?raw';
import values from './itc_support/values.py?raw';
import walk from './itc_support/walk.py?raw';
import wire from './itc_support/wire.py?raw';

/** The package `itc_support`: real Python, copied unchanged, the same for every contract. */
export const supportFiles: readonly { readonly path: string; readonly text: string }[] = Object.entries({
  __init__: init,
  answer,
  at_once,
  causes,
  client,
  containment,
  contract,
  credentials,
  holder,
  keyring,
  listed,
  log_in,
  masking,
  needed,
  patient,
  patterns,
  plugin,
  report,
  session,
  traces,
  transport,
  values,
  walk,
  wire,
}).map(([name, text]) => ({ path: `itc_support/${name}.py`, text }));
