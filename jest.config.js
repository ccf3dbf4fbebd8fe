/** One run for every workspace; real Postgres and Redis come from the testkit's global set-up. */
export default {
  testEnvironment: 'node',
  globalSetup: './packages/testkit/jest-global-setup.js',
  globalTeardown: './packages/testkit/jest-global-teardown.js',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript', tsx: false }, target: 'es2023' },
        module: { type: 'es6' },
      },
    ],
  },
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.e2e\\.test\\.ts$'],
  modulePathIgnorePatterns: ['/dist/', '/\\.evensplit/'],
  moduleNameMapper: { '^fast-check$': '<rootDir>/packages/testkit/seeded-fast-check.js' },
  // One more than the cores: many tests wait for a timer of the product, and waiting costs nothing.
  maxWorkers: 3,
  // A worker keeps something of every file it has run (their modules are linked in contexts of their own): without a limit
  // it ends at two gigabytes.
  workerIdleMemoryLimit: '400MB',
  testTimeout: 20_000,
};
