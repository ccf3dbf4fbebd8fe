import type { UploadAccepted } from '@evensplit/contracts';
import { useSyncExternalStore } from 'react';
import { api, queryClient, whenSignedOut } from '../api/api.ts';
import { createUploader, type UploadState } from './create-uploader.ts';
import { rememberBatch } from './use-batch.ts';

export const uploader = createUploader({
  send: (path, form) => api.send<UploadAccepted>('POST', path, { body: form }),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  onAccepted({ batch }) {
    rememberBatch(batch);
    void queryClient.invalidateQueries({ queryKey: ['uploads'], exact: true });
  },
});

whenSignedOut(uploader.forget);

window.addEventListener('beforeunload', (event) => {
  if (uploader.getState().phase === 'sending') event.preventDefault();
});

export function useUpload(): UploadState {
  return useSyncExternalStore(uploader.subscribe, uploader.getState);
}
