import type { Api } from '../api/api.ts';
import type { Report } from '../diagnostics/report.ts';
import type { Source } from '../source/source.ts';

/** Turns a contract into an Api, or says (in the report, as an error) that it cannot. */
export interface FrontEnd {
  readonly name: string;
  /** Looks at the document's head only: `openapi: 3.1.0`, `swagger: "2.0"`. */
  recognises(source: Source): boolean;
  /** Undefined where nothing could be read; then the report has an error. */
  describe(source: Source, report: Report, options: FrontEndOptions): Promise<Api | undefined>;
}

export interface FrontEndOptions {
  /** References may leave the contract's folder. */
  readonly allowOutside: boolean;
  /** References may go to the network (http, https). */
  readonly allowNetwork: boolean;
  /** OpenAPI Overlay documents (1.0), applied in order before anything is read. */
  readonly overlays: readonly Source[];
}
