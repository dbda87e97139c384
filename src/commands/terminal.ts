import { coloured, type Paint, plain } from '../diagnostics/print/paint.ts';

/** Where a command speaks. Results go to `out`; everything else goes to `err`. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** One line about what is being done, in place of the one before; `''` wipes it. Shown only to a person who watches. */
  progress(text: string): void;
  /** How many columns `out` has; undefined where it is no terminal, and lines may be as long as they are. */
  readonly columns: number | undefined;
  /** The same of `err`. */
  readonly errColumns: number | undefined;
  readonly paintOut: Paint;
  readonly paintErr: Paint;
}

type Environment = Readonly<Record<string, string | undefined>>;
type Stream = Pick<NodeJS.WriteStream, 'isTTY' | 'columns'> & { write(text: string): unknown };

/** The terminal of a process: its streams, and what its environment says about colours and watchers. */
export function terminalOf(out: Stream, err: Stream, environment: Environment): Terminal {
  const isWatched = err.isTTY && !isSet(environment['CI']) && environment['TERM'] !== 'dumb';
  let hasProgress = false;
  const wipe = () => {
    if (hasProgress) err.write('\r\u001B[2K');
    hasProgress = false;
  };
  return {
    out(text) {
      wipe();
      out.write(text);
    },
    err(text) {
      wipe();
      err.write(text);
    },
    progress(text) {
      wipe();
      if (!isWatched || text === '') return;
      err.write(text.slice(0, (err.columns || 80) - 1));
      hasProgress = true;
    },
    columns: columnsOf(out, environment),
    errColumns: columnsOf(err, environment),
    paintOut: hasColours(out, environment) ? coloured : plain,
    paintErr: hasColours(err, environment) ? coloured : plain,
  };
}

/** COLUMNS wins (POSIX XBD §8.3): who sets it means it. */
function columnsOf(stream: Stream, environment: Environment): number | undefined {
  const said = Number(environment['COLUMNS']);
  if (Number.isInteger(said) && said > 0) return said;
  return stream.isTTY ? stream.columns : undefined;
}

/** FORCE_COLOR wins over NO_COLOR (no-color.org), as in Node itself; without either, terminals have colours. */
function hasColours(stream: Stream, environment: Environment): boolean {
  const force = environment['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (isSet(environment['NO_COLOR'])) return false;
  return stream.isTTY && environment['TERM'] !== 'dumb';
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
