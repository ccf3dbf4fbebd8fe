import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UploadAccepted } from '@evensplit/contracts';
import { DEMO_ATHLETE } from '../demo/body.ts';
import { demoToday, writeDemoFiles } from '../demo/write-demo-files.ts';
import { createApiClient, type ApiClient } from './http-client.ts';

export const demoEmail = 'demo@evensplit.example';

type DemoState = { signedUp: boolean; today: string; uploaded: boolean };

const seed = 1;
const filesPerRequest = 25;

/**
 * Signs the demo athlete up (first start only) and answers at once with what its history still needs: a function that
 * uploads it through the same route everybody uses. Cut in the middle, the next start brings the rest; files that are
 * already there are told as duplicates.
 */
export async function signUpDemo(options: {
  dataDir: string;
  url: string;
  password: string;
}): Promise<{ bringHistory: (() => Promise<number>) | null }> {
  const path = join(options.dataDir, 'demo.json');
  const state: DemoState = existsSync(path)
    ? (JSON.parse(await readFile(path, 'utf8')) as DemoState)
    : { signedUp: false, today: demoToday(new Date()), uploaded: false };
  if (state.uploaded) return { bringHistory: null };
  const save = () => writeFile(path, JSON.stringify(state));
  const client = createApiClient(options.url);
  if (!state.signedUp) {
    await client.must('POST', '/v1/auth/signup', {
      email: demoEmail,
      password: options.password,
      displayName: DEMO_ATHLETE.displayName,
      timeZone: DEMO_ATHLETE.timeZone,
    });
    await client.must('PATCH', '/v1/me', {
      birthYear: DEMO_ATHLETE.birthYear,
      maxHeartRate: DEMO_ATHLETE.maxHeartRateBpm,
      restingHeartRate: DEMO_ATHLETE.restingHeartRateBpm,
    });
    state.signedUp = true;
    await save();
  } else
    await client.must('POST', '/v1/auth/login', { email: demoEmail, password: options.password });
  return {
    async bringHistory() {
      const count = await uploadHistory(client, options.dataDir, state.today);
      state.uploaded = true;
      await save();
      return count;
    },
  };
}

async function uploadHistory(client: ApiClient, dataDir: string, today: string): Promise<number> {
  const dir = join(dataDir, 'demo-files');
  try {
    const files = await writeDemoFiles({ dir, seed, today, gzip: true });
    let batchId: string | null = null;
    for (let at = 0; at < files.length; at += filesPerRequest) {
      const form = new FormData();
      for (const file of files.slice(at, at + filesPerRequest))
        form.append('files', new Blob([new Uint8Array(await readFile(file.path))]), file.name);
      const to: string = batchId ? `/v1/ingest/uploads/${batchId}/files` : '/v1/ingest/uploads';
      const accepted = await client.must<UploadAccepted>('POST', to, form);
      batchId = accepted.batchId;
    }
    return files.length;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
