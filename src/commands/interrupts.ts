import type { ExitCode } from './exit-code.ts';

const codes = { SIGINT: 130, SIGTERM: 143 } as const satisfies Partial<Record<NodeJS.Signals, ExitCode>>;

export type Interruptible<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'interrupted'; readonly exitCode: ExitCode };

/**
 * Runs something that must not be cut off in the middle. SIGINT (Ctrl-C) and SIGTERM abort the signal it is given, and
 * wait for it to end; outside of it they end the process at once, as ever.
 */
export async function interruptible<Result>(
  act: (signal: AbortSignal) => Promise<Result>,
): Promise<Interruptible<Result>> {
  const controller = new AbortController();
  let exitCode: ExitCode | undefined;
  const stop = (signal: NodeJS.Signals) => {
    exitCode ??= signal === 'SIGINT' ? codes.SIGINT : codes.SIGTERM;
    controller.abort();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    const result = await act(controller.signal);
    return exitCode === undefined ? { kind: 'done', result } : { kind: 'interrupted', exitCode };
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
