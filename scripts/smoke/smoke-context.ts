import type { SampleFile } from '../demo/sample-files.ts';
import type { ApiClient } from '../stack/http-client.ts';

/** What the steps of one run hand on to one another. */
export type SmokeContext = {
  url: string;
  client: ApiClient;
  unique: string;
  files?: SampleFile[];
  batchId?: string;
};
