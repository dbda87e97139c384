import manifest from '../package.json' with { type: 'json' };

/** The version of itc, as its package says it. */
export const version: string = manifest.version;
