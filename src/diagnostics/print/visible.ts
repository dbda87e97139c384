// C0 and C1 controls, line and paragraph separators, and the marks that turn the direction of writing.
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * One line of text as a terminal can show it: text of a contract may hold escape sequences, which must stay data.
 * Every control character but the tab becomes `\u{…}`, its number in hexadecimal.
 */
export function visible(text: string): string {
  return text.replace(controls, (control) =>
    control === '\t' ? control : `\\u{${control.codePointAt(0)!.toString(16)}}`,
  );
}
