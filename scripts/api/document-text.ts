import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'oxfmt';
import { repoRoot } from '../stack/paths.ts';
import { buildDocument } from './build-document.ts';

export const documentPath = join(repoRoot, 'docs', 'api', 'openapi.json');

/** The document as the repository's formatter would leave it, so that neither check undoes the other. */
export async function documentText(): Promise<string> {
  const { version } = await readJson<{ version: string }>('package.json');
  const { printWidth } = await readJson<{ printWidth: number }>('.oxfmtrc.json');
  const document = JSON.stringify(buildDocument(version), null, 2);
  const { code } = await format(documentPath, document, { printWidth });
  return code;
}

async function readJson<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(join(repoRoot, name), 'utf8')) as T;
}
