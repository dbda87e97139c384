/**
 * Whether a path stays in the folder it is relative to, on every system: `/` between names, no empty name, `.` or `..`,
 * no backslash, drive letter or NUL, and not the lock itself.
 */
export function isSafePath(path: string): boolean {
  return (
    path !== 'itc.lock' &&
    // oxlint-disable-next-line no-control-regex
    !/[\\:\u0000]/.test(path) &&
    path.split('/').every((name) => name !== '' && name !== '.' && name !== '..')
  );
}
