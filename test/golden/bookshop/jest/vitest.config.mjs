export default {
  test: {
    globals: true,
    include: ["*.test.ts"],
    reporters: ["default", "./itc/reporter.mjs"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
};
