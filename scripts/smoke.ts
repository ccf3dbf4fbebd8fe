import { parseArgs } from 'node:util';
import { runSmoke } from './smoke/run-smoke.ts';

const { values } = parseArgs({ options: { url: { type: 'string' } } });
if (!values.url) {
  console.error('usage: npm run smoke -- --url http://localhost:8080');
  process.exitCode = 1;
} else process.exitCode = (await runSmoke(values.url)) ? 0 : 1;
