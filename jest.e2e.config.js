import base from './jest.config.js';

/**
 * The browser journeys: one stack of real services and one Chromium per file, two files at a time. Each file waits for
 * its services and for its page as often as it computes, so two of them fill two cores.
 */
const { globalTeardown: _teardown, testPathIgnorePatterns: _paths, ...shared } = base;

export default {
  ...shared,
  globalSetup: './scripts/e2e/jest-global-setup.js',
  testSequencer: './scripts/e2e/longest-first.js',
  testMatch: ['**/scripts/e2e/*.e2e.test.ts'],
  maxWorkers: 2,
  maxConcurrency: 2,
  testTimeout: 90_000,
};
