// Property tests draw from one seed, so that a red run is red for everybody and a green one says the same tomorrow.
// EVENSPLIT_SEED=random explores instead; a number repeats. fast-check reads its defaults from this well-known symbol:
// importing the library here would cost every test file its start-up.
const given = process.env['EVENSPLIT_SEED'] ?? '20261120';
if (given !== 'random')
  globalThis[Symbol.for('fast-check/GlobalParameters')] = { seed: Number(given) };
