import type { Operation, Parameter } from './api.ts';
import type { Schemas } from './json-schema.ts';
import { pagingOf } from './paging.ts';
import { parts } from './schema-shape.ts';
import { kebab, wordsOf } from './words.ts';

/** What a description of a list says where it does not have everything. */
const told =
  /\b(published|unpublished|drafts?|active|approved|archived|visible|enabled|available|upcoming|open|latest|recent|trending|popular|featured|nearby)\b|\b(excludes?|excluding|leaves? out|omits?|hides?|filters?)\b.{0,60}\bby default\b|\bby default\b.{0,60}\b(only|excludes?|omits?|hides?|filters?)\b|\bonly\b.{0,60}\bby default\b/i;

/** Parameters that choose among things; with a default they choose whatever is sent. */
const choosing =
  /(^|-)(status|state|visibility|scope|filter|type|kind|published|archived|deleted|active|draft|drafts|hidden|closed|inactive|enabled|expired|trashed|since|until|from|to|after|before)(-|$)/;

const letsIn = /^(include|show|with)-(.*-)?(drafts?|inactive|hidden|unpublished|archived|all)$/;

/**
 * Why a list may leave out a thing that is there, by the contract's own words: what it says of the list, or a parameter
 * that chooses, whether it is sent or not. Undefined: nothing speaks for it.
 */
export function defaultFilter(list: Operation, schemas: Schemas): string | undefined {
  const text = [list.summary ?? '', list.description ?? ''].find((one) => told.test(one));
  if (text !== undefined) return `its description says so: “${text.trim().split('\n')[0]}”`;
  const paging = pagingOf(list, schemas);
  const isPaging = (one: Parameter) => one === paging?.size?.parameter || one === paging?.position?.parameter;
  const parameter = list.parameters
    .filter((one) => one.in === 'query' && !isPaging(one))
    .find((one) => chooses(one, schemas));
  if (parameter === undefined) return undefined;
  const how = parameter.required ? 'must be sent' : 'has a default';
  return letsIn.test(kebab(wordsOf(parameter.name)))
    ? `its parameter ${parameter.name} lets more in`
    : `its parameter ${parameter.name} ${how}`;
}

function chooses({ name, required, schema }: Parameter, schemas: Schemas): boolean {
  const words = kebab(wordsOf(name));
  if (required) return !/version|format|locale|lang/.test(words);
  const hasDefault = parts(schema, schemas).some((part) => part.default !== undefined);
  return letsIn.test(words) || (hasDefault && choosing.test(words));
}
