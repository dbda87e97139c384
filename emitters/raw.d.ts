/** A support file, as text: the bundler and Vitest both read `?raw` imports. */
declare module '*?raw' {
  const text: string;
  export default text;
}
