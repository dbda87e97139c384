import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/reporter.ts'],
    // `page.css?raw` is its text, and not nothing.
    css: true,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
