import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * The coach exactly as it is shipped, except that it collects its garbage on a signal: a drill that asks what ten
 * thousand answers left behind wants to see nothing else.
 */
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
process.on('SIGUSR2', () => collect());
await import('../src/main.ts');
