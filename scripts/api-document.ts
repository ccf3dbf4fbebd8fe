import { readFile, writeFile } from 'node:fs/promises';
import { documentPath, documentText } from './api/document-text.ts';

/** `npm run api` writes docs/api/openapi.json; `npm run api -- --check` only tells whether the one that is there is current. */
const text = await documentText();
if (!process.argv.includes('--check')) {
  await writeFile(documentPath, text);
  console.log('wrote docs/api/openapi.json');
} else if ((await readFile(documentPath, 'utf8').catch(() => '')) === text) {
  console.log('docs/api/openapi.json is current');
} else {
  console.error('docs/api/openapi.json is not what the contracts say: run npm run api');
  process.exitCode = 1;
}
