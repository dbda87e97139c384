import type { Operation } from '../../api/api.ts';
import type { Identity } from '../../api/identities.ts';
import { answerSchema, identityPointer, isJson, type Resource } from '../../api/resources.ts';
import { softDeletion } from '../../api/soft-deletion.ts';
import { gap, noRequest, type GapDraft } from '../../model/draft.ts';
import { answered, echoed, type SentThing } from '../../model/echoed.ts';
import type { Expectation } from '../../model/expectation.ts';
import type { Call, Example, Step } from '../../model/model.ts';
import type { Value } from '../../model/value.ts';
import { isMade, type GoodRequest } from '../../model/requests.ts';
import { expecting, refusalOf, successOf } from '../../model/statuses.ts';
import { saidOf } from '../../model/said-of.ts';
import { isMadeAnew } from '../../model/steady.ts';
import type { Subject } from '../../model/subject.ts';
import { literal, locationPart, memberOf, replaced, savedPart } from '../../model/value.ts';
import { findShelf, type Shelf } from './shelf.ts';

/** A part of a story: the steps that tell it, and what of it cannot be told. */
export interface Chapter {
  readonly verb: string;
  readonly steps: readonly Step[];
  readonly gaps: readonly GapDraft[];
}

interface Told extends SentThing {
  readonly by: Operation;
}

export interface Thing {
  readonly resource: Resource;
  readonly identity: Identity;
  readonly create: Operation;
  readonly read: Operation;
}

const created = ['created'];
const chosen = ['chosen', 'name'];

/** Tells the chapters of one thing's life. */
export class Teller {
  readonly given: Example[] = [];
  readonly #thing: Thing;
  readonly #subject: Subject;
  /** What tells the thing of this story from others. */
  #name: Value;

  constructor(thing: Thing, subject: Subject) {
    this.#thing = thing;
    this.#subject = subject;
    this.#name = this.#answered(undefined);
  }

  /** It is created, and reads as it was sent. */
  creation(request: GoodRequest): readonly Chapter[] {
    const { create } = this.#thing;
    const sent = this.#give(request, ['sent'], create);
    const named = this.#named(request.call);
    const call: Call = sent === undefined ? named : { ...named, body: request.body!.wrap(sent.value) };
    return [
      {
        verb: 'created',
        steps: [{ call, expect: this.#accepting(create, sent), save: created }],
        gaps: [],
      },
      { verb: 'read', ...this.#reading(sent) },
    ];
  }

  /** Its list has it. */
  listing(): Chapter | undefined {
    const shelf = this.#shelf();
    if (shelf === undefined) return undefined;
    if ('draft' in shelf) return { verb: 'listed', steps: [], gaps: [shelf] };
    return { verb: 'listed', steps: [onShelf('lists', shelf)], gaps: [] };
  }

  /** It is replaced or updated, and then reads as it was sent. */
  changing(change: Operation | undefined, verb: 'replaced' | 'updated'): Chapter | undefined {
    if (!this.#subject.isTested(change)) return undefined;
    const path = `${change.method} ${change.path}`;
    const untold = (code: string, reason: string) => ({ verb, steps: [], gaps: [gap(change, code, reason)] });
    if (change === this.#thing.create && !replaces(change))
      return untold('no-replace', `${path} promises to create, and nothing for what is there already.`);
    const { requests } = this.#subject;
    const request = requests.maximal(change) ?? requests.good(change);
    if (!isMade(request)) return { verb, steps: [], gaps: [noRequest(change)] };
    const { body } = request;
    if (body === undefined) return untold('no-echo', `${path} sends nothing that could be read afterwards.`);
    if (body.kind !== 'json' || !isJson(body.content.mediaType) || /json-patch/.test(body.content.mediaType))
      return untold(
        'media-type',
        `What ${path} sends as ${body.content.mediaType} cannot be compared with what is read afterwards.`,
      );
    const told = this.#give(request, [verb === 'replaced' ? 'replacement' : 'changes'], change)!;
    const call = this.#aimed(change, { ...request.call, body: body.wrap(told.value) })!;
    const { steps, gaps } = this.#reading(told);
    return { verb, steps: [{ call, expect: this.#accepting(change, told) }, ...steps], gaps };
  }

  /** It is deleted and gone, also from its list; deleting it again says so, or does nothing (RFC 9110 §9.2.2). */
  removing(remove: Operation | undefined): Chapter | undefined {
    if (!this.#subject.isTested(remove)) return undefined;
    const { resource, read } = this.#thing;
    const [call, look] = [this.#aimed(remove), this.#aimed(read)];
    if (call === undefined || look === undefined)
      return { verb: 'deleted', steps: [], gaps: [noRequest(remove)] };
    const done = successOf(remove).status;
    const conflict = remove.responses.some(({ status }) => status === '409') ? [409] : [];
    const again = [...new Set([...done.codes, ...refusalOf(remove, 'missing').status.codes, ...conflict])];
    const stays = softDeletion(resource, this.#subject.api);
    const shelf = this.#shelf();
    const gone: readonly Step[] = [
      { call: look, expect: expecting(refusalOf(read, 'missing')) },
      ...(shelf === undefined || 'draft' in shelf ? [] : [onShelf('lacks', shelf)]),
    ];
    const reason = `A thing may still be there after its deletion: ${stays}.`;
    return {
      verb: 'deleted',
      steps: [
        { call, expect: { status: done } },
        ...(stays === undefined ? gone : []),
        { call, expect: { status: { codes: again } } },
      ],
      gaps: stays === undefined ? [] : [gap(remove, 'soft-deletion', reason)],
    };
  }

  /** A write is accepted; where its answer is the thing, it contains what was sent. */
  #accepting(write: Operation, sent: Told | undefined): Expectation {
    const { read } = this.#thing;
    const containing = sent && answered(sent, { write, read }, this.#context());
    return { status: successOf(write).status, ...(containing && { containing }) };
  }

  /** The thing is read, and contains what was sent. */
  #reading(sent: Told | undefined): Pick<Chapter, 'steps' | 'gaps'> {
    const { read } = this.#thing;
    const call = this.#aimed(read);
    const path = `${read.method} ${read.path}`;
    if (call === undefined) return { steps: [], gaps: [noRequest(read)] };
    const containing = sent && echoed(sent, answerSchema(read), this.#context());
    const reason =
      sent &&
      `The answer of ${path} declares nothing of what ${sent.by.method} ${sent.by.path} sends, so that they cannot be compared.`;
    return {
      steps: [{ call, expect: { status: successOf(read).status, ...(containing && { containing }) } }],
      gaps: reason === undefined || containing !== undefined ? [] : [gap(sent!.by, 'no-echo', reason)],
    };
  }

  #context() {
    return { resource: this.#thing.resource, subject: this.#subject };
  }

  #shelf(): Shelf | GapDraft | undefined {
    const { resource, identity } = this.#thing;
    const { list } = resource;
    if (!this.#subject.isTested(list)) return undefined;
    const nameAs = (type: 'integer' | 'number' | undefined) =>
      identity.from === 'location' ? this.#answered(type) : this.#name;
    return findShelf(list, resource, { subject: this.#subject, nameAs });
  }

  /** What the answer to the create calls the thing. */
  #answered(type: 'integer' | 'number' | undefined): Value {
    const { identity, resource } = this.#thing;
    if (identity.from === 'answer') return savedPart(created, identity.pointer);
    const where = { path: resource.item, pointer: identityPointer(resource) };
    return locationPart(created, { ...where, ...(type && { type }) });
  }

  /**
   * The body of a request, about the thing of this story; kept under a name where its value is another one each time it is
   * made.
   */
  #give(request: GoodRequest, name: readonly string[], by: Operation): Told | undefined {
    const { body } = request;
    if (body === undefined) return undefined;
    const { requests } = this.#subject;
    const isNew = isMadeAnew(body.value, requests);
    const told: Value = isNew ? { kind: 'given', name } : body.value;
    if (isNew) this.given.push({ name, value: body.value });
    const about = { fixture: this.#thing.resource.name, saved: created, requests };
    return { value: saidOf(body.value, told, about), request, by };
  }

  /** A good call of an operation on the thing of this story. */
  #aimed(operation: Operation, call?: Call): Call | undefined {
    const request = this.#subject.requests.good(operation);
    const own = call ?? (isMade(request) ? request.call : undefined);
    if (own === undefined) return undefined;
    const { identity, resource } = this.#thing;
    const pathParameters =
      identity.from === 'location'
        ? locationPart(created, { path: resource.item, pointer: '' })
        : replaced(own.pathParameters ?? literal({}), resource.parameter, this.#name);
    return { ...own, pathParameters };
  }

  /** The creating call; where the caller names the thing, under a name that is kept. */
  #named(call: Call): Call {
    const { identity, resource } = this.#thing;
    const { pathParameters } = call;
    if (identity.from === 'answer' || identity.from === 'location' || pathParameters === undefined)
      return call;
    const own = memberOf(pathParameters, resource.parameter);
    this.#name = own;
    if (identity.from === 'parent') return call;
    this.#name = { kind: 'given', name: chosen };
    this.given.push({ name: chosen, value: own });
    return { ...call, pathParameters: replaced(pathParameters, resource.parameter, this.#name) };
  }
}

function onShelf(kind: 'lists' | 'lacks', { list, call, pointer, item }: Shelf): Step {
  return { call, expect: { status: successOf(list).status, checks: [{ kind, pointer, item }] } };
}

/** Whether a PUT promises an answer for a thing that is there: a 201 is none (RFC 9110 §9.3.4). */
function replaces({ responses }: Operation): boolean {
  return responses.some(({ status }) => /^2(?!01)/.test(status));
}
