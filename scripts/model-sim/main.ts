import { parseArgs } from 'node:util';
import { startModelSim } from './start-model-sim.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    host: { type: 'string', default: '127.0.0.1' },
  },
});
const sim = await startModelSim({ port: Number(values.port), host: values.host });
console.log(`model sim on ${sim.url}`);
console.log(`  openai   ${sim.url}/v1            ${sim.url}/<fault or character>/v1`);
console.log(`  gemini   ${sim.url}               ${sim.url}/<fault or character>`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sim.close());
