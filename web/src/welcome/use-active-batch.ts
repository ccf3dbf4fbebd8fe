import { useQuery } from '@tanstack/react-query';
import { uploadsQuery } from '../api/queries.ts';
import { useUpload } from './uploads.ts';

/** The batch of this page's upload, else one that is still running from another page or device. */
export function useActiveBatchId(): string | null {
  const upload = useUpload();
  const uploads = useQuery(uploadsQuery);
  return upload.batchId ?? uploads.data?.batches.find(({ state }) => state !== 'done')?.id ?? null;
}
