/** What the set-up and the workers agree on. */
export const templateDatabase = 'evensplit_template';
export const testPasswords = { core: 'core-test', coach: 'coach-test', ingest: 'ingest-test' };
export const testRedisPasswords = { ...testPasswords, operator: 'operator-test' };
/** The connection name of a test that tries what its user may not do; anybody else who does so has too few rights. */
export const trespasser = 'trespasser';
