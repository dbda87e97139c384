import type { FrontEnd } from './front-end.ts';
import { openapi } from './openapi/openapi.ts';

/** Every language that a contract can be written in. The first that recognises a document describes it. */
export const frontEnds: readonly FrontEnd[] = [openapi];
