import tests from '../../jest.config.js';

/** `npm run screenshots`: not a test, but it needs what tests need. */
export default {
  ...tests,
  reporters: ['default'],
  rootDir: '../..',
  testMatch: ['<rootDir>/test/screenshots/take.ts'],
  testTimeout: 120_000,
};
