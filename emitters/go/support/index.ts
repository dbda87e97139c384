import answer from './itc_answer_test.go?raw';
import answer_checks from './itc_answer_checks_test.go?raw';
import answer_problems from './itc_answer_problems_test.go?raw';
import applicators from './itc_applicators_test.go?raw';
import at_once from './itc_at_once_test.go?raw';
import base_path from './itc_base_path_test.go?raw';
import body from './itc_body_test.go?raw';
import testCase from './itc_case_test.go?raw';
import client from './itc_client_test.go?raw';
import containment from './itc_containment_test.go?raw';
import contract from './itc_contract_test.go?raw';
import credentials from './itc_credentials_test.go?raw';
import equal from './itc_equal_test.go?raw';
import exchange from './itc_exchange_test.go?raw';
import formats from './itc_formats_test.go?raw';
import holder from './itc_holder_test.go?raw';
import json from './itc_json_test.go?raw';
import keyring from './itc_keyring_test.go?raw';
import keywords from './itc_keywords_test.go?raw';
import listed from './itc_listed_test.go?raw';
import log_in from './itc_log_in_test.go?raw';
import masking from './itc_masking_test.go?raw';
import needed from './itc_needed_test.go?raw';
import numbers from './itc_numbers_test.go?raw';
import pages from './itc_pages_test.go?raw';
import panics from './itc_panics_test.go?raw';
import parts from './itc_parts_test.go?raw';
import patience from './itc_patience_test.go?raw';
import patterns from './itc_patterns_test.go?raw';
import problems from './itc_problems_test.go?raw';
import relations from './itc_relations_test.go?raw';
import report from './itc_report_test.go?raw';
import run from './itc_run_test.go?raw';
import schema from './itc_schema_test.go?raw';
import session from './itc_session_test.go?raw';
import sort_key from './itc_sort_key_test.go?raw';
import traces from './itc_traces_test.go?raw';
import transport from './itc_transport_test.go?raw';
import unevaluated from './itc_unevaluated_test.go?raw';
import values from './itc_values_test.go?raw';
import walk from './itc_walk_test.go?raw';
import wire from './itc_wire_test.go?raw';
import written from './itc_written_test.go?raw';

/** The support code: real Go, copied unchanged, the same for every contract. */
export const supportFiles: readonly { readonly path: string; readonly text: string }[] = Object.entries({
  answer,
  answer_checks,
  answer_problems,
  applicators,
  at_once,
  base_path,
  body,
  case: testCase,
  client,
  containment,
  contract,
  credentials,
  equal,
  exchange,
  formats,
  holder,
  json,
  keyring,
  keywords,
  listed,
  log_in,
  masking,
  needed,
  numbers,
  pages,
  panics,
  parts,
  patience,
  patterns,
  problems,
  relations,
  report,
  run,
  schema,
  session,
  sort_key,
  traces,
  transport,
  unevaluated,
  values,
  walk,
  wire,
  written,
}).map(([name, text]) => ({ path: `itc_${name}_test.go`, text }));
