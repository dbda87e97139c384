// Written by itc, the same for every contract. Do not edit: it is written again.
/** Stack traces in answers: they tell a stranger how the server is built (OWASP API8:2023). */

const SIGNATURES = [
  // Python
  /Traceback \(most recent call last\):/,
  // Java, Kotlin, Scala, Groovy
  /\bat [\w$.<>/]+\((?:[\w$]+\.(?:java|kt|scala|groovy):\d+|Native Method)\)/,
  // JavaScript, TypeScript
  /\bat [^\n]{0,200}?(?:\bnode:internal\/[\w/.-]+|\.[cm]?[jt]sx?):\d+:\d+\b/,
  // Ruby
  /\.rb:\d+:in [`'][^'\n]{1,200}'/,
  // Go
  /\bgoroutine \d+ \[[a-z, ]+\]:/,
  // PHP
  /#\d+ [^\n]{1,200}?\.php\(\d+\): /,
  // C#, F#, Visual Basic
  /\bat [^\n]{1,200}?\) in [^\n]{1,200}?\.(?:cs|fs|vb):line \d+/,
  // Rust
  /\bthread '[^'\n]{1,100}' panicked at /,
];

/** Whether a text, or JSON, holds what one of the usual runtimes writes when it fails. */
export function hasTrace(text: string): boolean {
  const unescaped = text
    .replaceAll("\\n", "\n")
    .replaceAll("\\t", "\t")
    .replaceAll('\\"', '"');
  return SIGNATURES.some((signature) => signature.test(unescaped));
}
