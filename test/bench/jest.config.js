import tests from '../../jest.config.js';

/** Benchmarks that need a browser: they print figures and promise nothing. */
export default { ...tests, reporters: ['default'], rootDir: '../..', testMatch: ['<rootDir>/test/bench/*.ts'], testTimeout: 300_000 };
