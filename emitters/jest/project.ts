/** The files of a project of its own, which are the user's: what the suite is run with, and how. */

const dependencies = {
  '@swc/core': '^1.13.0',
  '@swc/jest': '^0.2.39',
  '@types/jest': '^30.0.0',
  '@types/node': '>=20',
  '@types/supertest': '^7.0.0',
  ajv: '^8.17.0',
  'ajv-formats': '^3.0.1',
  jest: '^30.0.0',
  'jest-environment-node': '^30.0.0',
  supertest: '^7.1.0',
  typescript: '>=5.4',
};

const jest = {
  testEnvironment: './itc/environment.mjs',
  reporters: ['default', './itc/reporter.mjs'],
  testTimeout: 120_000,
  transform: { [String.raw`\.[jt]s$`]: '@swc/jest' },
};

/** package.json: what the suite needs, and how Jest runs it. */
export const packageJson = `${JSON.stringify(
  { name: 'contract-tests', private: true, scripts: { test: 'jest' }, devDependencies: dependencies, jest },
  null,
  2,
)}\n`;

/** tsconfig.json: as strict as TypeScript is, for editors and `tsc --noEmit`. */
export const tsconfig = `{
  "compilerOptions": {
    "target": "es2022",
    "lib": ["es2023"],
    "module": "esnext",
    "moduleResolution": "bundler",
    "types": ["node", "jest"],
    "strict": true,
    "esModuleInterop": true,
    "skipLibCheck": true,
    "noEmit": true
  },
  "include": ["**/*.ts"]
}
`;

/** vitest.config.mjs: the same tests, run by Vitest. */
export const vitestConfig = `export default {
  test: {
    globals: true,
    include: ["*.test.ts"],
    reporters: ["default", "./itc/reporter.mjs"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
};
`;
