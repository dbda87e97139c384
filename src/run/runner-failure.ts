/** The suite could not be run, so nothing is known about the API: a sentence that says why, and what to do. */
export class RunnerFailure extends Error {}
