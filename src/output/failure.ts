/** The folder can't be read or written: nothing that itc could do about it. */
export class OutputFailure extends Error {
  /** The file or folder, as it was asked for. */
  readonly path: string;

  constructor(path: string, cause: NodeJS.ErrnoException) {
    super(reasonOf(cause), { cause });
    this.path = path;
  }
}

/** Whether something thrown is the operating system's refusal, and not a bug. */
export function isSystemError(thrown: unknown): thrown is NodeJS.ErrnoException {
  return thrown instanceof Error && 'code' in thrown && 'syscall' in thrown;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left on the device',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a file of that name is in the way',
  EISDIR: 'a folder of that name is in the way',
  ENOTEMPTY: 'a folder of that name is in the way',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'the path cannot be made there',
};

function reasonOf(cause: NodeJS.ErrnoException): string {
  return reasons[cause.code ?? ''] ?? cause.message;
}
