/** Where a contract can say something to itc. */
export type ExtensionOwner = 'operation' | 'parameter' | 'media type' | 'schema';

/** Our specification extensions, and where each means something (docs/overrides.md). */
export const ownExtensions = {
  'x-itc-unsafe': ['operation'],
  'x-itc-owned': ['operation'],
  'x-itc-skip': ['operation'],
  'x-itc-status': ['operation'],
  'x-itc-produces': ['operation'],
  'x-itc-seed': ['parameter', 'schema'],
  'x-itc-example': ['parameter', 'media type', 'schema'],
  'x-itc-volatile': ['schema'],
} as const satisfies Readonly<Record<`x-itc-${string}`, readonly ExtensionOwner[]>>;

/** What the name of each of our extensions begins with. */
export const ownPrefix = 'x-itc-';
