import { contract, type Contract } from '../contract.ts';

/** A contract of notes whose whole life it tells, changed here and there. Each part is YAML in flow style. */
export interface Life {
  /** More lines of each operation. */
  readonly create?: string;
  readonly read?: string;
  readonly replace?: string;
  readonly patch?: string;
  readonly remove?: string;
  /** More answers of each operation: `'409': { description: Conflict }`. */
  readonly answers?: Partial<Record<'create' | 'read' | 'replace' | 'patch' | 'remove', string>>;
  /** Headers of the 201, and of a read: `Location: { schema: { type: string } }`. */
  readonly headers?: { readonly created?: string; readonly read?: string };
  /** Members of a note. */
  readonly members?: string;
  readonly required?: string;
  /** The body of the PATCH, and its media types. */
  readonly patches?: string;
  readonly mediaTypes?: readonly string[];
  /** Operations that there are not. */
  readonly lacks?: readonly ('read' | 'replace' | 'patch' | 'remove')[];
  /** More paths, and more schemas. */
  readonly paths?: string;
}

const members = 'title: { type: string, maxLength: 40 }, text: { type: string, maxLength: 200 }';

export function life(how: Life = {}): Promise<Contract> {
  const { answers = {}, headers = {}, lacks = [], mediaTypes = ['application/merge-patch+json'] } = how;
  const thing = (more = '') =>
    `{ description: The note., ${more}content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }`;
  const withHeaders = (more: string | undefined) => (more === undefined ? '' : `headers: { ${more} }, `);
  const body = `requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }`;
  const also = (more: string | undefined) => (more === undefined ? '' : `, ${more}`);
  const patches =
    how.patches ?? `{ type: object, minProperties: 1, properties: { ${how.members ?? members} } }`;
  const on: Readonly<Record<'read' | 'replace' | 'patch' | 'remove', string>> = {
    read: `
  get:
    operationId: readNote
    ${how.read ?? 'summary: Read'}
    responses: { '200': ${thing(withHeaders(headers.read))}, '404': { description: There is none. }${also(answers.read)} }`,
    replace: `
  put:
    operationId: replaceNote
    ${how.replace ?? 'summary: Replace'}
    ${body}
    responses: { '200': ${thing()}, '400': { description: No. }${also(answers.replace)} }`,
    patch: `
  patch:
    operationId: changeNote
    ${how.patch ?? 'summary: Change'}
    requestBody: { required: true, content: { ${mediaTypes.map((type) => `${type}: { schema: ${patches} }`).join(', ')} } }
    responses: { '200': ${thing()}, '400': { description: No. }${also(answers.patch)} }`,
    remove: `
  delete:
    operationId: removeNote
    ${how.remove ?? 'summary: Remove'}
    responses: { '204': { description: Gone. }${also(answers.remove)} }`,
  };
  const kept = (['read', 'replace', 'patch', 'remove'] as const).filter((verb) => !lacks.includes(verb));
  return contract(`
/notes:
  post:
    operationId: createNote
    ${how.create ?? 'summary: Create'}
    ${body}
    responses: { '201': ${thing(withHeaders(headers.created))}, '400': { description: No. }${also(answers.create)} }
/notes/{noteId}:
  parameters: [{ name: noteId, in: path, required: true, schema: { type: integer } }]
${kept.map((verb) => on[verb].replace(/^\n/, '')).join('\n')}
${how.paths ?? ''}
components:
  schemas:
    Note:
      type: object
      required: ${how.required ?? '[id, title]'}
      properties:
        id: { type: integer, readOnly: true }
        updatedAt: { type: string, format: date-time, readOnly: true }
        ${(how.members ?? members).split(/, (?=\w+: \{)/).join('\n        ')}
`);
}
