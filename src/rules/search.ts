import { defaultFilter } from '../api/default-filter.ts';
import { holds } from '../api/inter-parameter.ts';
import { listParameters } from '../api/list-parameters.ts';
import { findListings, type Listing } from '../api/listings.ts';
import { a } from '../api/roles.ts';
import { members, parts, types } from '../api/schema-shape.ts';
import { kebab, wordsOf } from '../api/words.ts';
import { assignmentOf } from '../model/arrange.ts';
import { bodyMember } from '../model/body-member.ts';
import { gap, type Draft } from '../model/draft.ts';
import { asListed, makerOf, makeThing } from '../model/made-thing.ts';
import { conditionsOf } from '../model/parameters.ts';
import { isMade, type GoodRequest } from '../model/requests.ts';
import { successOf } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import { nextPageOf, walked } from '../model/walk.ts';
import type { Parameter } from '../api/api.ts';
import { at, changed, type Value } from '../model/value.ts';
import { isFreeText } from '../values/free-text.ts';
import type { Rule } from './rule.ts';

/**
 * A search finds a thing by its own word, and finds nothing by a word that nothing has.
 *
 * Metamorphic relations (Segura et al., "Metamorphic Testing of RESTful Web APIs", IEEE TSE 2018), and a convention: that
 * `q`, `query`, `search` and their like look for a text, and where, no contract says. The word stands in the member that
 * the parameter's description names, else in the title, name or other text that tells most. Many a search knows a thing
 * only after a while: a suite looks several times. Not asked is a search whose description speaks of a syntax, or of what
 * is merely alike.
 */
export const search: Rule = (subject) =>
  findListings(subject.operations, subject.api, subject.resources).flatMap((listing) => of(listing, subject));

/** Prose of a search for which a word is no word, or nonsense is close to something. */
const other =
  /\b(syntax|expression|lucene|sql|json|filter|fuzzy|similar\w*|semantic\w*|phonetic|exact\w*|regex|prefix|starts?|relevan\w*|address|location|place|coordinates)\b/i;

/** Members whose text tells a thing, the best first. */
const telling = [
  'title',
  'name',
  'subject',
  'headline',
  'label',
  'summary',
  'caption',
  'description',
  'text',
  'content',
];

const word = ['word'];

function of(listing: Listing, subject: Subject): readonly Draft[] {
  const { list, resource } = listing;
  const path = `${list.method} ${list.path}`;
  const { search: parameter } = listParameters(listing, subject.api.schemas);
  if (parameter === undefined) return [];
  const untold = (code: string, reason: string) =>
    gap(list, code, `What ${path} finds by ${parameter.name} is not asked: ${reason}.`, parameter.place);
  if (other.test(parameter.description ?? ''))
    return [untold('not-words', 'its description speaks of more than words')];
  const request = subject.requests.good(list);
  if (!isMade(request)) return [untold('no-request', 'no good request can be made')];
  const sent = new Map([...assignmentOf(request.parameters), [parameter.name, 'word'] as const]);
  if (!conditionsOf(list).every((condition) => holds(condition, sent)))
    return [untold('not-free', 'it does not go alone with what else is sent')];
  const schema = subject.sent.of(parameter.schema);
  const templates = ['itcword########', 'itc######'].filter((template) =>
    ['0', '9'].every((digit) => subject.sent.validator.isValid(schema, template.replaceAll('#', digit))),
  );
  const [template] = templates;
  if (template === undefined) return [untold('no-value', 'its schema leaves no room for a word of its own')];
  const context = { listing, request, parameter, template, subject };
  const filter = defaultFilter(list, subject.api.schemas);
  const found = resource === undefined || filter !== undefined ? undefined : ownWord(context);
  const reason =
    filter === undefined
      ? 'nothing with a word of its own can be made'
      : `it may leave out what was made, as ${filter}`;
  return [
    ...(found === undefined
      ? [untold(filter === undefined ? 'not-made' : 'filtered-list', reason)]
      : [found]),
    nonsense(context),
  ];
}

interface Context {
  readonly listing: Listing;
  readonly request: GoodRequest;
  readonly parameter: Parameter;
  /** Of a word that no other case and no other run has. */
  readonly template: string;
  readonly subject: Subject;
}

/** A thing is found by a word that it alone has. */
function ownWord(context: Context): Draft | undefined {
  const { listing, parameter, template, subject } = context;
  const resource = listing.resource!;
  const maker = makerOf(listing, subject);
  const body = maker?.body;
  if (maker === undefined || body === undefined) return undefined;
  const isWord = (name: string) => {
    const place = bodyMember(maker, { name, thing: resource.name, requests: subject.requests });
    return place?.accepts(template.replaceAll('#', '0')) === true ? place : undefined;
  };
  const place = textsOf(context)
    .map(isWord)
    .find((one) => one !== undefined);
  if (place === undefined) return undefined;
  const given: Value = { kind: 'given', name: word };
  const thing = makeThing(['thing'], resource, {
    subject,
    body: changed(body.value, at(place.pointer), given),
  });
  const item = thing && asListed(thing, listing, subject);
  if (thing === undefined || item === undefined) return undefined;
  return {
    draft: 'case',
    operation: listing.list,
    kind: 'search',
    subject: `query/${parameter.name}`,
    title: `finds ${a(listing.name)} by its own word`,
    strength: 'convention',
    given: [{ name: word, value: { kind: 'unique', template } }, ...thing.given],
    steps: [
      thing.step,
      {
        ...asked(given, context),
        expect: { status: successOf(listing.list).status, checks: [{ kind: 'lists', pointer: '', item }] },
      },
    ],
    place: parameter.place,
  };
}

/** The texts that an item shows, in the order in which one would look for a word: those that prose names, then those that tell. */
function textsOf({ listing: { item }, parameter, subject }: Context): readonly string[] {
  const { schemas } = subject.api;
  const prose = wordsOf(parameter.description ?? '');
  const rank = (name: string) => {
    const words = wordsOf(name);
    if (words.every((one) => prose.includes(one))) return -1;
    const position = telling.indexOf(kebab(words));
    return position === -1 ? telling.length : position;
  };
  return [...members(item, schemas)]
    .filter(([, schema]) => types(schema, schemas).join() === 'string')
    .filter(([name, schema]) => {
      const shapes = parts(schema, schemas).map((part) => ({ schema: part }));
      return isFreeText(shapes, name) && shapes.every((part) => part.schema.enum === undefined);
    })
    .map(([name]) => name)
    .filter((name) => rank(name) < telling.length)
    .toSorted((one, another) => rank(one) - rank(another));
}

/** A word that nothing has finds nothing. */
function nonsense(context: Context): Draft {
  const { listing, parameter, template, subject } = context;
  const thing = listing.resource && makeThing(['thing'], listing.resource, { subject });
  return {
    draft: 'case',
    operation: listing.list,
    kind: 'search',
    subject: `query/${parameter.name}/nonsense`,
    title: 'finds nothing by a word that nothing has',
    strength: 'convention',
    ...(thing && thing.given.length > 0 && { given: thing.given }),
    steps: [
      ...(thing ? [thing.step] : []),
      {
        call: asked({ kind: 'unique', template: template.replace(/^[a-z]+/, 'zqx') }, context).call,
        expect: {
          status: successOf(listing.list).status,
          checks: [{ kind: 'empty', pointer: listing.pointer }],
        },
      },
    ],
    place: parameter.place,
  };
}

function asked(value: Value, { listing, request, parameter, subject }: Context) {
  const next = nextPageOf(listing, subject);
  return walked(listing, {
    call: request.call,
    size: 'large',
    next: next === undefined || 'code' in next ? undefined : next,
    query: { [parameter.name]: value },
    subject,
  });
}
