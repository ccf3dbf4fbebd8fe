/** What the set-up and the workers agree on. */
export const templateDatabase = 'evensplit_template';
export const testPasswords = { core: 'core-test', coach: 'coach-test', ingest: 'ingest-test' };
