// What tests get when they import fast-check (jest.config.js). Properties draw from one seed, so that a red run is red for
// everybody and a green one says the same tomorrow. EVENSPLIT_SEED=random explores instead; a number repeats.
import fc from '../../node_modules/fast-check/lib/fast-check.js';

const given = process.env['EVENSPLIT_SEED'] ?? '20261120';
if (given !== 'random') fc.configureGlobal({ seed: Number(given) });

export * from '../../node_modules/fast-check/lib/fast-check.js';
export default fc;
