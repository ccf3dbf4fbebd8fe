import type { ImportBatchDetail, ImportBatchView } from '@evensplit/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, queryClient } from '../api/api.ts';
import { importConnection } from '../api/sockets.ts';

const FILL_EVERY_MS = 4000;

function batchQuery(id: string) {
  return queryOptions({
    queryKey: ['batch', id],
    queryFn: async ({ signal }) => {
      const path = `/v1/ingest/uploads/${encodeURIComponent(id)}?limit=1`;
      return (await api.send<ImportBatchDetail>('GET', path, { signal })).batch;
    },
    // The socket brings every change; asking again is only for when it cannot be opened.
    refetchInterval: (query) =>
      query.state.data?.state === 'done' || importConnection().connected ? false : 4000,
  });
}

export function rememberBatch(batch: ImportBatchView): void {
  queryClient.setQueryData(batchQuery(batch.id).queryKey, batch);
}

/** The batch as the service counts it, live; the rest of the app fills while it runs. */
export function useLiveBatch(id: string | null): void {
  useEffect(() => {
    if (!id) return;
    const batchId = id;
    const socket = importConnection();
    let filledAt = 0;

    function take(batch: ImportBatchView): void {
      if (batch.id !== batchId) return;
      rememberBatch(batch);
      const done = batch.state === 'done';
      if (!done && Date.now() - filledAt < FILL_EVERY_MS) return;
      filledAt = Date.now();
      void queryClient.invalidateQueries({ queryKey: ['home'] });
      void queryClient.invalidateQueries({ queryKey: ['activities'] });
      if (done) void queryClient.invalidateQueries({ queryKey: ['uploads'] });
    }

    function watch(): void {
      socket.emit('import:watch', { batchId }, (answer) => {
        if (answer.ok) take(answer.batch);
      });
    }

    socket.on('connect', watch);
    socket.on('import:progress', take);
    if (socket.connected) watch();
    return () => {
      socket.off('connect', watch);
      socket.off('import:progress', take);
      if (socket.connected) socket.emit('import:unwatch', { batchId });
    };
  }, [id]);
}

export function useBatch(id: string | null): ImportBatchView | null {
  const { data } = useQuery({ ...batchQuery(id ?? ''), enabled: id !== null });
  return data ?? null;
}
