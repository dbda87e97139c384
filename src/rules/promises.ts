import type { RuleName } from './index.ts';

/** What a rule says, for whoever asks why a case is there. */
export interface RulePromise {
  /** The first sentence of the rule's own documentation, without its references. */
  readonly says: string;
  /** Who says so: sections of specifications; `''` where nobody has to. */
  readonly source: string;
}

/** Each rule in its own words; a test holds them against its documentation. */
export const rulePromises: Readonly<Record<RuleName, RulePromise>> = {
  happy: {
    says: "A good request is accepted, and what comes back is what the contract promises: as the contract's example shows it, with no more than is required, with everything that may be sent, and like each named example.",
    source: 'OpenAPI 3.1 §4.8.10, §4.8.17',
  },
  acceptedValues: {
    says: 'Each value that the contract names for a place is accepted there: of an enumeration, both truth values, null, each bound from inside, each alternative of anyOf and oneOf with what can be said in it.',
    source: 'JSON Schema 2020-12 Validation §6, Core §10.2.1',
  },
  mediaTypes: {
    says: 'Each media type that an operation takes is taken, and each that it answers with can be asked for.',
    source: 'OpenAPI 3.1 §4.8.13.1; RFC 9110 §12.4.1, §15.5.7',
  },
  missingRequired: {
    says: 'What is required is really required: each member of a body at every depth, each query parameter, header and cookie, and the body itself.',
    source: 'JSON Schema 2020-12 Validation §6.5.3; OpenAPI 3.1 §4.8.12, §4.8.13',
  },
  wrongType: {
    says: 'A value of another JSON type, or null where null is not allowed, is refused.',
    source: 'JSON Schema 2020-12 Validation §6.1.1',
  },
  outOfBounds: {
    says: 'A value just outside a bound is refused: numbers, lengths, numbers of items and of members, multiples.',
    source: 'JSON Schema 2020-12 Validation §6.2–§6.5',
  },
  wrongValue: {
    says: 'A value that is none of its enum, not its const, against its pattern, not of its format, or a duplicate is refused.',
    source: 'JSON Schema 2020-12 Validation §6.1, §6.3.3, §6.4.3, §7',
  },
  wrongShape: {
    says: 'What has another shape is refused: an undeclared member where the contract closes an object, an array for an object and the reverse, and a discriminator that names another alternative than the one that was sent.',
    source: 'JSON Schema 2020-12 Core §10.3.2.3, §11.3; OpenAPI 3.1 §4.8.25',
  },
  brokenDependency: {
    says: 'Members of which one needs another one, or another value of it, do not go without.',
    source: 'JSON Schema 2020-12 Validation §6.5.4, Core §10.2.2',
  },
  brokenInterParameter: {
    says: 'Parameters that break one of the `x-dependencies` of their operation, and no other, are refused.',
    source: '',
  },
  unreadable: {
    says: 'What cannot be read is refused: a body that is no JSON, or only its beginning, and a body of a media type that the operation does not take, where it declares a 415.',
    source: 'RFC 8259 §2; RFC 9110 §12.4.1, §15.5.16, §15.6',
  },
  undeclaredMethod: {
    says: 'A method that the path does not declare is not for it: 405 with Allow, 404 where a server looks for both at once, another 4xx where somebody in front of it refuses, or 501 where it does not know the method at all.',
    source: 'RFC 9110 §9.3.7, §10.2.1, §15.5.6',
  },
  upload: {
    says: 'A part of a form that is a file comes in each media type that its encoding lists, and in no other, where the contract says how it refuses one.',
    source: 'RFC 7578 §4.2; OpenAPI 3.1 §4.8.15.1',
  },
  unauthenticated: {
    says: 'A secured operation lets nobody in without a good credential: none at all, one that is malformed, a good one under the name of another HTTP scheme, and one that was good once.',
    source: 'RFC 9110 §15.5.2; RFC 6750 §3.1',
  },
  wrongPassword: {
    says: 'A log-in with a wrong password is refused: with the first that it declares of 401, 403, 400 and 422; one that takes a `grant_type` with 400 or 401.',
    source: 'RFC 9110 §15.5.2; RFC 6749 §5.2',
  },
  lesserRole: {
    says: 'Whoever lacks the scope or role that an operation asks for is refused with 403, or with 404 where that hides that there is such a thing.',
    source: 'RFC 6750 §3.1; RFC 9110 §15.5.4',
  },
  eachAlternative: {
    says: 'Of several ways to say who somebody is each is enough, alone; and of several credentials that are asked for together none may be missing.',
    source: 'OpenAPI 3.1 §4.8.30',
  },
  unknownThing: {
    says: 'A thing that does not exist is not found: each path parameter with a well-formed identity that nobody has.',
    source: 'RFC 9110 §15.5.5',
  },
  lifecycle: {
    says: 'A thing is what was sent, from its creation to its deletion: created, read, found in its list, replaced and updated and read again, deleted, and gone.',
    source: 'RFC 9110 §9.2.2, §9.3',
  },
  singleton: {
    says: "A thing of which an API has only one is what was sent: it is read, replaced or updated, read again, and put back as it was, for it is not the suite's own.",
    source: 'RFC 9110 §9.3.4',
  },
  paging: {
    says: 'The pages of a list are its pieces: none has more items than were asked for, no two have the same item, together they have what was made before; and beyond the last one there is nothing.',
    source: 'Segura et al., IEEE TSE 2018; RFC 8288 §3',
  },
  filtering: {
    says: 'A filter of a list keeps what it says, and nothing else: every item matches it, what was made to match is found, and what was made not to match is not; and several filters at once keep what each of them keeps.',
    source: 'Segura et al., IEEE TSE 2018',
  },
  sorting: {
    says: 'A list is in the order that is asked for: ascending where it is to be ascending, and descending where it is to be the reverse.',
    source: 'Segura et al., IEEE TSE 2018',
  },
  search: {
    says: 'A search finds a thing by its own word, and finds nothing by a word that nothing has.',
    source: 'Segura et al., IEEE TSE 2018',
  },
  ownership: {
    says: "What somebody owns, another user of the same standing can't read, change or delete: each is answered with 403, or with 404 where it hides that there is such a thing; and it is still there, as it was.",
    source: 'OWASP API1:2023; RFC 9110 §15.5.4',
  },
  logInStory: {
    says: 'Who registers can log in; what the log-in gives opens what is protected; and who has logged out is refused.',
    source: 'OWASP API2:2023; RFC 6750 §3.1',
  },
  location: {
    says: 'The Location of a 201 leads to the created thing: a GET of it answers, and is of that thing.',
    source: 'RFC 9110 §10.2.2, §15.3.2',
  },
  replace: {
    says: 'A PUT replaces: what is not sent is gone, or at its default, and no member keeps what was sent before; and sent twice it leaves the same state.',
    source: 'RFC 9110 §9.3.4, §9.2.2',
  },
  patch: {
    says: 'A patch changes what it names and nothing else: read, one member changed, read again.',
    source: 'RFC 7396; RFC 6902',
  },
  failedWrite: {
    says: 'A refused change changes nothing: read, a PUT or PATCH with one wrong member, read again.',
    source: '',
  },
  failedCreate: {
    says: 'A refused create leaves nothing behind: a request with one wrong member and a word that nothing else has; then no item of the list has the word.',
    source: '',
  },
  duplicate: {
    says: 'What must be unique can be had once: the same create a second time is a conflict.',
    source: 'RFC 9110 §15.5.10',
  },
  taken: {
    says: 'What must be unique cannot be taken from another: a PUT or PATCH with the value of another thing is a conflict.',
    source: 'RFC 9110 §15.5.10',
  },
  race: {
    says: 'Of two changes at the same moment the thing is in the end all that one of them sent, and no mixture: each is done or refused.',
    source: 'RFC 9110 §13.1.1',
  },
  inUse: {
    says: 'What others need is not deleted: where the DELETE declares a 409, and its prose or that of the 409 names what stands in the way, it is answered so, and the thing is still there.',
    source: 'RFC 9110 §15.5.10',
  },
  hierarchy: {
    says: 'A thing below one parent is not found below another: `/authors/{authorId}/books/{bookId}` with an author who has nothing to do with the book.',
    source: '',
  },
  conditional: {
    says: 'What a caller has already is not sent again: a GET with the ETag of what was read is answered 304.',
    source: 'RFC 9110 §13.1.1, §13.1.2; RFC 6585 §3',
  },
  idempotencyKey: {
    says: 'The same request with the same Idempotency-Key creates one thing: the second answer is about the first thing.',
    source: 'draft-ietf-httpapi-idempotency-key-header',
  },
  links: {
    says: 'Every link of an answer can be followed: a good request, and then the operation that the link names, with what its runtime expressions say and for the rest as a good request has it.',
    source: 'OpenAPI 3.1 §4.8.20',
  },
  workflows: {
    says: 'A workflow goes as its document tells it: each step with what the steps before it gave, and with the criteria that say when it succeeded.',
    source: 'Arazzo 1.0, 1.1',
  },
  untried: {
    says: 'What a schema promises and no case breaks is listed, with the reason: a server could not see it, or it is too large to send.',
    source: '',
  },
  unpromised: {
    says: 'Where the contract does not say how an operation accepts or refuses, its cases hold it to what everybody does; the report says which promise would make them a matter of contract.',
    source: 'RFC 9110 §15.5',
  },
};
