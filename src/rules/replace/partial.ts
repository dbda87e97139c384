import type { Operation } from '../../api/api.ts';
import { envelopeIn } from '../../api/envelopes.ts';
import { isObject } from '../../api/json.ts';
import type { Resource } from '../../api/resources.ts';
import { isMade, type GoodRequest } from '../../model/requests.ts';
import type { Subject } from '../../model/subject.ts';
import { thingIn } from '../../model/thing-in.ts';

const prose =
  /\b(partial(ly)?|merge[sd]?|only (the )?(\w+ )?(fields|members|properties|attributes|values|what)\b.*\b(sent|given|provided|supplied|specified|present|included)|(omitted|missing|absent|left out|not (sent|given|provided|included)) .*\b(kept|keeps?|retained|ignored|stays?|remains?)|unchanged|untouched)\b/i;

/**
 * Why a PUT may change only what is sent, against RFC 9110 §9.3.4 and yet by design; undefined: nothing speaks for it.
 *
 * It says so. Or it may leave out all that is in the envelope of the thing. Or it is the only one that changes things, and demands nothing, or less than their creation does: what
 * replaced the whole thing could not do without.
 */
export function partialBy(
  replace: Operation,
  few: GoodRequest,
  { resource, subject }: { readonly resource: Resource; readonly subject: Subject },
): string | undefined {
  const { method, path, summary = '', description = '' } = replace;
  if (prose.test(`${summary}\n${description}`))
    return `The contract says that ${method} ${path} changes only what is sent.`;
  const envelope = envelopeIn(few.body?.schema ?? true, resource.name, subject.sent.schemas);
  if (envelope !== undefined && isObject(few.body?.made) && !Object.hasOwn(few.body.made, envelope.slice(1)))
    return `${method} ${path} need not send ${envelope.slice(1)}, and may leave it as it is then.`;
  if (resource.update?.method === 'PATCH') return undefined;
  const demanded = Object.keys(thingIn(few, resource, subject));
  const create = resource.create!;
  const made = subject.requests.minimal(create) ?? subject.requests.good(create);
  const full = subject.requests.maximal(replace) ?? few;
  const taken = thingIn(full, resource, subject);
  const lacking = isMade(made)
    ? Object.keys(thingIn(made, resource, subject)).find(
        (name) => Object.hasOwn(taken, name) && !demanded.includes(name),
      )
    : undefined;
  if (demanded.length > 0 && lacking === undefined) return undefined;
  const why = lacking === undefined ? 'demands no member' : `demands no ${lacking}, as creation does`;
  return `${method} ${path} may change only what is sent: it ${why}, and there is no PATCH.`;
}
