import path from 'node:path';
import type { Report } from '../../diagnostics/report.ts';
import type { Emission } from '../../model/emitter.ts';
import { drift } from '../../output/drift.ts';
import { OutputFailure } from '../../output/failure.ts';
import { lockName } from '../../output/lock.ts';
import { type Origin, plan } from '../../output/plan.ts';
import { readPresent } from '../../output/present.ts';
import { unmentioned } from '../../output/unmentioned.ts';
import { write } from '../../output/write.ts';
import type { ExitCode } from '../exit-code.ts';
import { interruptible } from '../interrupts.ts';
import type { Invocation } from './flags.ts';
import { mendingCommand } from './mending-command.ts';
import type { SuiteOutcome } from './outcome.ts';

/** An emission on its way to its folder. */
export interface Delivery {
  readonly emission: Emission;
  readonly folder: string;
  readonly origin: Origin;
}

/** Undefined where nothing could be compared or written; then the report has an error. */
export type Delivered = SuiteOutcome | undefined | { readonly interrupted: ExitCode };

/** Writes an emission, or compares it with what is there. Problems of the folder go to the report. */
export async function deliver(
  delivery: Delivery,
  invocation: Invocation,
  report: Report,
): Promise<Delivered> {
  try {
    return await deliverOrFail(delivery, invocation, report);
  } catch (thrown) {
    if (!(thrown instanceof OutputFailure)) throw thrown;
    report.add('output/unwritable', undefined, { file: thrown.path, reason: thrown.message });
    return undefined;
  }
}

const kindWords = { credential: 'security scheme', seed: 'seed' } as const;

async function deliverOrFail(delivery: Delivery, invocation: Invocation, report: Report): Promise<Delivered> {
  const { emission, folder, origin } = delivery;
  const { check, force } = invocation.flags;
  const at = (name: string) => path.join(folder, name).replaceAll('\\', '/');
  const place = (name: string) => ({ document: at(name), pointer: '' });

  const present = readPresent(folder, emission);
  if (present.lock && !present.lock.value && !force) {
    report.add('output/lock-unreadable', place(lockName), { file: at(lockName) });
    return undefined;
  }
  const planned = plan(emission, present, origin);
  for (const { file, kind, ...asked } of unmentioned(emission, present)) {
    report.add('output/setup-lacks', place(file), { ...asked, kind: kindWords[kind], file: at(file) });
  }
  const outcome = { emitter: origin.emitter, folder, actions: planned.actions };
  if (check) {
    const files = drift(planned);
    const command = mendingCommand(invocation.typed, files);
    for (const file of files) {
      report.add('output/drift', place(file.path), { file: at(file.path), change: file.change, command });
    }
    return { ...outcome, state: 'checked', drift: { files, command } };
  }
  const refused = force ? [] : planned.actions.filter(({ kind }) => kind === 'refuse');
  for (const action of refused) report.add('output/edited', place(action.path), { file: at(action.path) });
  if (refused.length > 0) return { ...outcome, state: 'refused' };

  const written = await interruptible((signal) => write(planned, folder, signal));
  if (written.kind === 'interrupted') return { interrupted: written.exitCode };
  for (const { kind, path: name } of planned.actions) {
    if (kind === 'leave') report.add('output/left', place(name), { file: at(name) });
  }
  return { ...outcome, state: 'written' };
}
