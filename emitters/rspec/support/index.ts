import main from './itc_support.rb?raw';
import answer from './itc_support/answer.rb?raw';
import applicators from './itc_support/applicators.rb?raw';
import assertions from './itc_support/assertions.rb?raw';
import at_once from './itc_support/at_once.rb?raw';
import best_match from './itc_support/best_match.rb?raw';
import body from './itc_support/body.rb?raw';
import broken_schema from './itc_support/broken_schema.rb?raw';
import cases from './itc_support/cases.rb?raw';
import causes from './itc_support/causes.rb?raw';
import checker from './itc_support/checker.rb?raw';
import client from './itc_support/client.rb?raw';
import containment from './itc_support/containment.rb?raw';
import contract from './itc_support/contract.rb?raw';
import created from './itc_support/created.rb?raw';
import credentials from './itc_support/credentials.rb?raw';
import evaluated from './itc_support/evaluated.rb?raw';
import formats from './itc_support/formats.rb?raw';
import helpers from './itc_support/helpers.rb?raw';
import holder from './itc_support/holder.rb?raw';
import in_process from './itc_support/in_process.rb?raw';
import json from './itc_support/json.rb?raw';
import judgement from './itc_support/judgement.rb?raw';
import keyring from './itc_support/keyring.rb?raw';
import listed from './itc_support/listed.rb?raw';
import log_in from './itc_support/log_in.rb?raw';
import masking from './itc_support/masking.rb?raw';
import matchers from './itc_support/matchers.rb?raw';
import members from './itc_support/members.rb?raw';
import needed from './itc_support/needed.rb?raw';
import network from './itc_support/network.rb?raw';
import notes from './itc_support/notes.rb?raw';
import patience from './itc_support/patience.rb?raw';
import patient from './itc_support/patient.rb?raw';
import patterns from './itc_support/patterns.rb?raw';
import pending from './itc_support/pending.rb?raw';
import plugin from './itc_support/plugin.rb?raw';
import report from './itc_support/report.rb?raw';
import response from './itc_support/response.rb?raw';
import session from './itc_support/session.rb?raw';
import setup from './itc_support/setup.rb?raw';
import statuses from './itc_support/statuses.rb?raw';
import summary from './itc_support/summary.rb?raw';
import things from './itc_support/things.rb?raw';
import traces from './itc_support/traces.rb?raw';
import turns from './itc_support/turns.rb?raw';
import unique from './itc_support/unique.rb?raw';
import usable_schemas from './itc_support/usable_schemas.rb?raw';
import values from './itc_support/values.rb?raw';
import walk from './itc_support/walk.rb?raw';
import wire from './itc_support/wire.rb?raw';

/** The support code: real Ruby, copied unchanged, the same for every contract. */
export const supportFiles: readonly { readonly path: string; readonly text: string }[] = [
  { path: 'itc_support.rb', text: main },
  ...Object.entries({
    answer,
    applicators,
    assertions,
    at_once,
    best_match,
    body,
    broken_schema,
    cases,
    causes,
    checker,
    client,
    containment,
    contract,
    created,
    credentials,
    evaluated,
    formats,
    helpers,
    holder,
    in_process,
    json,
    judgement,
    keyring,
    listed,
    log_in,
    masking,
    matchers,
    members,
    needed,
    network,
    notes,
    patience,
    patient,
    patterns,
    pending,
    plugin,
    report,
    response,
    session,
    setup,
    statuses,
    summary,
    things,
    traces,
    turns,
    unique,
    usable_schemas,
    values,
    walk,
    wire,
  }).map(([name, text]) => ({ path: `itc_support/${name}.rb`, text })),
];
