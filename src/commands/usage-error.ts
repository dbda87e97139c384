/** The command line asks for something that cannot be done: said in one or two sentences, exit code 2. */
export class UsageError extends Error {}
