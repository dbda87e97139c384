/** How much a problem matters. An error: nothing was written. A warning: something is not tested. Info: good to know. */
export type Severity = 'error' | 'warning' | 'info';

export interface Entry {
  readonly severity: Severity;
  /** `{name}` stands for a detail of the occurrence. */
  readonly message: string;
  /** What to do about it: one sentence, or two. */
  readonly help: string;
  /** What the process answers when this has happened; 1 for an error, 0 for anything else, where it is not said. */
  readonly exit?: 2;
}

/** Every diagnostic there is, by its code: `area/what-is-wrong`. The only place where their words stand. */
export const catalogue = {
  'source/not-found': {
    severity: 'error',
    message: 'There is no file {path}.',
    help: 'Check the path; a glob must match at least one file.',
    exit: 2,
  },
  'config/unknown-key': {
    severity: 'error',
    message: '{key} is not a key of {owner}.{suggestion}',
    help: 'The keys that there are stand in docs/cli.md and in schemas/config.schema.json.',
    exit: 2,
  },
  'config/invalid': {
    severity: 'error',
    message: '{problem}',
    help: 'What a key may hold stands in docs/cli.md and in schemas/config.schema.json.',
    exit: 2,
  },
  'arazzo/not-arazzo': {
    severity: 'error',
    message: '{document} is no Arazzo description: it does not begin with arazzo: 1.0.1 or 1.1.0.',
    help: 'Give an Arazzo document (https://spec.openapis.org/arazzo/latest.html) to --arazzo, and the API as the spec.',
    exit: 2,
  },
  'arazzo/broken-workflow': {
    severity: 'warning',
    message: 'The workflow {workflow} is left out: {reason}.',
    help: 'A step leads to an operation of the spec by operationId or operationPath, or to another workflow by workflowId.',
  },
  'auth/not-auth': {
    severity: 'error',
    message: '{document} is no auth file of Web Fuzzing Commons: it has no list `auth`.',
    help: 'The format stands at https://github.com/WebFuzzing/Commons (wfc/schemas/auth.yaml); docs/credentials.md has an example.',
    exit: 2,
  },
  'auth/broken-person': {
    severity: 'warning',
    message: '{name} of {document} is left out: {reason}.',
    help: 'Say it in the entry, or in authTemplate for everybody.',
  },
  'auth/no-scheme': {
    severity: 'warning',
    message: 'What {name} of {document} sends belongs to no security scheme of the contract.',
    help: 'Declare it under components/securitySchemes, or add it with an Overlay: only then operations can ask for it.',
  },
  'auth/no-actor': {
    severity: 'info',
    message: '{name} of {document} has no part in the tests.',
    help: 'The first is the user, the second the stranger. Name an entry user, stranger, lesser or expired to give it that part.',
  },
  'auth/unread': {
    severity: 'info',
    message: '{where}: {name} is not read: {reason}.',
    help: 'What of the format is read stands in docs/credentials.md.',
  },
  'auth/secrets': {
    severity: 'info',
    message: '{name} of {document} is the {actor}. No secret is copied: the tests read {variables}.',
    help: 'Set these variables of the environment where the tests run.',
  },
  'compile/idle-selector': {
    severity: 'warning',
    message: 'No operation answers to the selector {selector}.{suggestion}',
    help: 'A selector is an operationId, tag:NAME, or a path glob that begins with a slash.',
  },
  'compile/nothing-selected': {
    severity: 'error',
    message: 'No operation is selected: the contract has none, or --include and --exclude leave none.',
    help: 'Take an operation in with its operationId, tag:NAME, or a glob over paths that begins with /.',
    exit: 2,
  },
  'compile/no-cases': {
    severity: 'error',
    message: 'Nothing was compiled: {document} gives no case to test.',
    help: 'The other diagnostics say why operations were lost; --strength convention takes in every kind of case.',
  },
  'compile/crashed': {
    severity: 'error',
    message: 'itc itself failed on {document}: {reason}',
    help: 'This is a bug of itc. Please report it with the contract, or with the smallest part of it that does the same.',
    exit: 2,
  },
  'overrides/unknown-operation': {
    severity: 'error',
    message: 'No operation is called {selector}.{suggestion}',
    help: 'An operation is named by its key as in case ids (create-book), its operationId, or its method and path (POST /books).',
    exit: 2,
  },
  'overrides/unknown-name': {
    severity: 'error',
    message: '{owner} has no {what}.{suggestion}',
    help: 'Correct the name, or remove the line: it says something of what is not there. docs/overrides.md has all forms.',
    exit: 2,
  },
  'overrides/idle-skip': {
    severity: 'warning',
    message: 'No case answers to the skip of {match}.',
    help: 'Correct it, or remove it: the case may have gone with a part of the contract, or be one that --strength leaves out.',
  },
  'overrides/idle-status': {
    severity: 'warning',
    message: 'No case of {operation} expects the statuses that are said of {kind}.',
    help: 'Correct the kind (docs/cases.md lists them), or remove the line.',
  },
  'overrides/invalid': {
    severity: 'warning',
    message: '{name} cannot be meant so: {wanted}.',
    help: 'Correct it: docs/overrides.md says what each extension holds, and where it stands. Until then it is ignored.',
  },
  'overrides/unknown-extension': {
    severity: 'warning',
    message: '{name} is no extension that itc knows.{suggestion}',
    help: 'Correct the name: docs/overrides.md lists the extensions. Until then it is ignored.',
  },
  'openapi/not-validated': {
    severity: 'info',
    message: '{document} is large, and was not held against the meta-schema of its version of OpenAPI.',
    help: 'Give --validate to have it done all the same, or --no-validate to leave it out knowingly.',
  },
  'output/edited': {
    severity: 'error',
    message: '{file} was edited, or was not written by itc, and would be overwritten. Nothing was written.',
    help: 'Move what you want to keep to a file of your own, then give --force.',
  },
  'output/left': {
    severity: 'warning',
    message:
      '{file} is no longer emitted. It was edited, or no lock tells whether it was, so it stays, and is yours from now on.',
    help: 'Remove it if you do not need it.',
  },
  'output/setup-lacks': {
    severity: 'warning',
    message: '{file} does not mention the {kind} {name}; cases that need it are skipped.',
    help: 'Add to its {where}: {line} Where the file gives it in another way, put the line into a comment.',
  },
  'output/drift': {
    severity: 'error',
    message: '{file} is not what itc would write: it is {change}.',
    help: 'Run {command}',
  },
  'output/unwritable': {
    severity: 'error',
    message: '{file} cannot be read or written: {reason}. No suite was written there.',
    help: 'Choose another folder with --out, or give this user the right to write there.',
    exit: 2,
  },
  'output/lock-unreadable': {
    severity: 'error',
    message:
      '{file} is no lock that this version of itc can read: a merge conflict, or the lock of a newer version.',
    help: 'Use the version of itc that wrote it, or give --force to write folder and lock anew.',
    exit: 2,
  },
  'source/unreadable': {
    severity: 'error',
    message: '{path} cannot be read: {reason}.',
    help: 'Check that the file or the server can be reached, and that this user may read it.',
    exit: 2,
  },
  'source/syntax': {
    severity: 'error',
    message: 'This is neither JSON nor YAML: {reason}.',
    help: 'Correct the syntax at this place, and compile again.',
    exit: 2,
  },
  'source/duplicate-key': {
    severity: 'warning',
    message: 'This key is there twice in its object; the last one counts.',
    help: 'Remove or rename one of the two.',
  },
  'openapi/not-openapi': {
    severity: 'error',
    message: '{document} is no OpenAPI description: {reason}.',
    help: 'A description is an object that begins with openapi: 3.1.0, or swagger: "2.0".',
    exit: 2,
  },
  'openapi/newer-version': {
    severity: 'warning',
    message: 'OpenAPI {version} is read as far as it is {readAs}.',
    help: 'What is new in {version} is not compiled; where it is met, that is reported.',
  },
  'openapi/unknown-version': {
    severity: 'warning',
    message: 'The version {version} of OpenAPI is not known; the document is read as {readAs}.',
    help: 'Check the version; what 2.0, 3.0 and 3.1 do not know is left out.',
  },
  'openapi/broken-reference': {
    severity: 'warning',
    message: 'The reference {reference} leads nowhere: {reason}.',
    help: 'Correct the reference, or add what it names. What uses it is not tested until then.',
  },
  'openapi/reference-outside': {
    severity: 'warning',
    message: "The reference {reference} leaves the contract's folder, and was not followed.",
    help: 'Give --allow-outside if the contract is to be trusted with other files of this machine.',
  },
  'openapi/reference-network': {
    severity: 'warning',
    message: 'The reference {reference} goes to the network, and was not followed.',
    help: 'Give --allow-network to have it fetched, or keep a copy next to the contract.',
  },
  'openapi/reference-loop': {
    severity: 'warning',
    message: '{reference} leads only back to itself, so it says nothing.',
    help: 'Give the schema a type of its own, or take the reference out of allOf, anyOf or oneOf.',
  },
  'openapi/misplaced': {
    severity: 'warning',
    message: '{what} should be {expected}, and was left out.',
    help: 'Correct it as the OpenAPI Specification says, so that it can be tested.',
  },
  'openapi/schema-keyword': {
    severity: 'warning',
    message: 'The keyword {keyword} cannot have this value ({expected}), and was left out.',
    help: 'Correct the schema, so that the keyword can be tested.',
  },
  'openapi/duplicate-operation-id': {
    severity: 'warning',
    message:
      '{operation} has the operationId {id}, and so has another operation, or one that reads the same.',
    help: 'Make the operationIds unique; until then these operations are named after their method and path.',
  },
  'openapi/undeclared-path-parameter': {
    severity: 'warning',
    message: '{operation} does not declare the parameter {name} of its path; it is taken for text.',
    help: 'Declare it with in: path, required: true and a schema.',
  },
  'openapi/unused-path-parameter': {
    severity: 'warning',
    message: '{operation} declares the path parameter {name}, which its path does not have.',
    help: 'Put {{name}} into the path, or remove the parameter.',
  },
  'openapi/unknown-security-scheme': {
    severity: 'warning',
    message: 'The security scheme {scheme} is not declared.',
    help: 'Declare it under components.securitySchemes (2.0: securityDefinitions).',
  },
  'openapi/authorization-parameter': {
    severity: 'info',
    message:
      'The header parameter Authorization is taken for a credential: the setup file is asked for {scheme}.',
    help: 'OpenAPI 3 ignores header parameters of this name: declare a security scheme, and ask for it with `security`.',
  },
  'openapi/body-without-meaning': {
    severity: 'info',
    message: '{operation} declares a body, which its method gives no meaning: {what}.',
    help: 'Clients, proxies and servers may drop it (RFC 9110 §9.3). A query parameter, or POST, is safer.',
  },
  'openapi/broken-link': {
    severity: 'warning',
    message: 'The link {name} leads to no operation: {reason}.',
    help: 'Correct its operationId or operationRef.',
  },
  'openapi/not-compiled': {
    severity: 'info',
    message: '{what} was read, and is not compiled: {reason}.',
    help: 'Nothing needs to be done; it is listed among the gaps.',
  },
  'openapi/invalid': {
    severity: 'warning',
    message: 'The description breaks the rules of its format: {reason}.',
    help: 'Correct it as the OpenAPI Specification says. It is compiled as far as it can be read.',
  },
  'overlay/invalid': {
    severity: 'error',
    message: '{document} is no overlay that can be applied: {reason}.',
    help: 'An overlay is an object with overlay: 1.0.0 and actions, each with a target (a JSONPath) and an update or a remove.',
    exit: 2,
  },
  'overlay/no-match': {
    severity: 'warning',
    message: 'The target {target} matches nothing in the contract.',
    help: 'Correct the JSONPath, or remove the action.',
  },
  'values/invalid-example': {
    severity: 'warning',
    message: 'The example breaks its own schema: {problem}.',
    help: 'Mend the example or the schema. Until then the example is not used, and a value is made instead.',
  },
  'values/no-value': {
    severity: 'warning',
    message: '{operation} is not tested. {reason}.',
    help: 'Mend the schema; or, where it can be met, give an example that meets it.',
  },
  'rules/no-promise': {
    severity: 'info',
    message: '{operation} does not say how it answers {situation}.',
    help: 'Add a {statuses} response to the operation, and the case becomes a promise of the contract instead of a convention.',
  },
} as const satisfies Readonly<Record<string, Entry>>;

export type Code = keyof typeof catalogue;
