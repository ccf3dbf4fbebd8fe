import base from './jest.config.js';

/** The browser journeys: one stack of real services per file, one file at a time. */
const {
  globalSetup: _setup,
  globalTeardown: _teardown,
  testPathIgnorePatterns: _paths,
  ...shared
} = base;

export default {
  ...shared,
  testMatch: ['**/scripts/e2e/*.e2e.test.ts'],
  maxWorkers: 1,
  testTimeout: 90_000,
};
