import type { Operation } from '../api/api.ts';
import { isObject } from '../api/json.ts';
import { isJson, answerSchema, type Identity, type Resource } from '../api/resources.ts';
import { a } from '../api/roles.ts';
import { kebab } from '../api/words.ts';
import { listedAt } from '../api/lists.ts';
import type { CaseDraft } from '../model/draft.ts';
import { echo } from '../model/echo.ts';
import type { Call, Example, Step, Value } from '../model/model.ts';
import { isMade, type GoodRequest } from '../model/requests.ts';
import { refusalOf, successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import { at, changed, literal, memberOf, object, replaced, savedPart, within } from '../model/value.ts';
import type { Rule } from './rule.ts';

/**
 * A thing is what was sent, from its creation to its deletion: created, read, found in its list, replaced and updated
 * and read again, deleted, and gone.
 *
 * Nobody promises all of that in a contract, and everybody does it: a convention. Operations that the API does not have
 * are left out of the story; a story needs at least a create and a read.
 */
export const lifecycle: Rule = (subject) => subject.resources.flatMap((resource) => of(resource, subject));

const created = ['created'];
const chosen = ['chosen', 'name'];

function of(resource: Resource, subject: Subject): readonly CaseDraft[] {
  const { create, read, identity } = resource;
  if (!create || !read || !identity || !subject.operations.includes(create)) return [];
  const made = subject.requests.good(create);
  if (!isMade(made)) return [];
  const teller = new Teller(resource, identity, subject);
  const body = teller.give(made, ['sent']);
  const named = teller.named(made.call);
  const call: Call = body === undefined ? named : { ...named, body: made.body!.wrap(body.value) };
  const chapters = [
    { verb: 'created', steps: [{ call, expect: { status: successOf(create).status }, save: created }] },
    { verb: 'read', steps: teller.reading(read, body) },
    { verb: 'listed', steps: teller.listing(resource.list) },
    { verb: 'replaced', steps: teller.changing(resource.replace, read) },
    { verb: 'updated', steps: teller.changing(resource.update, read) },
    { verb: 'deleted', steps: teller.removing(resource.remove, read) },
  ].filter(({ steps }) => steps.length > 0);
  const verbs = chapters.map(({ verb }) => verb);
  return [
    {
      draft: 'case',
      operation: create,
      story: {
        key: resource.key,
        name: ['life', 'of', ...a(resource.name).split(' ')],
        heading: `The life of ${a(resource.name)}`,
      },
      kind: 'lifecycle',
      subject: '',
      title: `is ${verbs.slice(0, -1).join(', ')} and ${verbs.at(-1)}`,
      strength: 'convention',
      ...(teller.given.length > 0 && { given: teller.given }),
      steps: chapters.flatMap(({ steps }) => steps),
      place: create.place,
    },
  ];
}

/** A body as the story speaks of it. */
interface Told {
  readonly value: Value;
  readonly request: GoodRequest;
}

class Teller {
  readonly given: Example[] = [];
  readonly #resource: Resource;
  readonly #identity: Identity;
  readonly #subject: Subject;
  /** What tells the thing of this story from others. */
  #name: Value;

  constructor(resource: Resource, identity: Identity, subject: Subject) {
    this.#resource = resource;
    this.#identity = identity;
    this.#subject = subject;
    this.#name = savedPart(created, identity.from === 'answer' ? identity.pointer : '');
  }

  /** The body of a request; kept under a name where its value is another one each time it is made. */
  give(request: GoodRequest, name: readonly string[]): Told | undefined {
    const { body } = request;
    if (body === undefined) return undefined;
    if (!this.#isMadeAnew(body.value)) return { value: body.value, request };
    this.given.push({ name, value: body.value });
    return { value: { kind: 'given', name }, request };
  }

  /** The thing is read, and contains what was sent. */
  reading(read: Operation, sent: Told | undefined): readonly Step[] {
    const call = this.#aimed(read);
    if (call === undefined) return [];
    const containing = sent?.request.body?.kind === 'json' ? this.#echoed(sent, read) : undefined;
    return [{ call, expect: { status: successOf(read).status, ...(containing && { containing }) } }];
  }

  /** What was sent, as the answer shows it: in the envelope that both share, or in the answer's own. */
  #echoed({ value, request }: Told, read: Operation): Value | undefined {
    const json = request.body!.made;
    const { pointer } = this.#identity.from === 'answer' ? this.#identity : { pointer: '' };
    const envelopes = ['', pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')))];
    for (const envelope of envelopes) {
      const found = echo({ value, json, envelope }, answerSchema(read), this.#subject.sent.schemas);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Its list has it. Lists in pages are left to the rules on paging: it may be on any page. */
  listing(list: Operation | undefined): readonly Step[] {
    if (list === undefined || this.#identity.from !== 'answer') return [];
    const request = this.#subject.requests.good(list);
    const pointer = listedAt(list, this.#subject.api);
    if (pointer === undefined || !isMade(request)) return [];
    const name = this.#identity.pointer.slice(this.#identity.pointer.lastIndexOf('/') + 1);
    const item = object({ [name]: this.#name });
    return [
      {
        call: request.call,
        expect: { status: successOf(list).status, checks: [{ kind: 'lists', pointer, item }] },
      },
    ];
  }

  /** It is replaced or updated, and then read as it was sent. */
  changing(change: Operation | undefined, read: Operation): readonly Step[] {
    if (change === undefined) return [];
    const { requests } = this.#subject;
    const request = requests.maximal(change) ?? requests.good(change);
    const { body } = isMade(request) ? request : {};
    if (!isMade(request) || body?.kind !== 'json' || !isJson(body.content.mediaType)) return [];
    if (/json-patch/.test(body.content.mediaType)) return [];
    const name = [change === this.#resource.replace ? 'replacement' : 'changes'];
    const told = this.#called(this.give(request, name)!);
    const call = this.#aimed(change, { ...request.call, body: body.wrap(told.value) });
    if (call === undefined) return [];
    return [{ call, expect: { status: successOf(change).status } }, ...this.reading(read, told)];
  }

  /** Where a body says which thing it is, it says: the one of this story. */
  #called(told: Told): Told {
    if (this.#identity.from !== 'answer') return told;
    const member = this.#identity.pointer.slice(1);
    const made = told.request.body?.made;
    if (member.includes('/') || !isObject(made) || !(member in made)) return told;
    return { ...told, value: changed(told.value, at(member), this.#name) };
  }

  /** It is deleted and gone; deleting it again says so, or does nothing (RFC 9110 §9.2.2). */
  removing(remove: Operation | undefined, read: Operation): readonly Step[] {
    const [call, look] = [remove && this.#aimed(remove), this.#aimed(read)];
    if (remove === undefined || call === undefined || look === undefined) return [];
    const gone = refusalOf(read, 'missing').status;
    const done = successOf(remove).status;
    const conflict = remove.responses.some(({ status }) => status === '409') ? [409] : [];
    const again = [...new Set([...done.codes, ...refusalOf(remove, 'missing').status.codes, ...conflict])];
    return [
      { call, expect: { status: done } },
      { call: look, expect: { status: gone } },
      { call, expect: { status: { codes: again } } },
    ];
  }

  /** A good call of an operation on the thing of this story. */
  #aimed(operation: Operation, call?: Call): Call | undefined {
    const request = this.#subject.requests.good(operation);
    const own = call ?? (isMade(request) ? request.call : undefined);
    if (own === undefined) return undefined;
    return {
      ...own,
      pathParameters: replaced(own.pathParameters ?? literal({}), this.#resource.parameter, this.#name),
    };
  }

  /** The creating call; where the caller names the thing, under a name that is kept. */
  named(call: Call): Call {
    const { pathParameters } = call;
    if (this.#identity.from === 'answer' || pathParameters === undefined) return call;
    const own = memberOf(pathParameters, this.#resource.parameter);
    this.#name = own;
    if (this.#identity.from === 'parent') return call;
    this.#name = { kind: 'given', name: chosen };
    this.given.push({ name: chosen, value: own });
    return { ...call, pathParameters: replaced(pathParameters, this.#resource.parameter, this.#name) };
  }

  #isMadeAnew(value: Value): boolean {
    const { examples } = this.#subject.requests;
    const meant = value.kind === 'example' ? examples.get(kebab(value.name))!.value : value;
    return [...within(meant)].some(({ kind }) => kind === 'unique');
  }
}
