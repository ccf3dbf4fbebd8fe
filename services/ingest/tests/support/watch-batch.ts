import {
  importSocket,
  type ImportBatchView,
  type ImportClientEvents,
  type ImportServerEvents,
} from '@evensplit/contracts';
import { io, type Socket } from 'socket.io-client';
import type { Person } from './start-ingest.ts';
import { waitFor } from '@evensplit/testkit/wait-for';

/** A browser that watches one batch; `seen` grows with what it is told. */
export async function watchBatch(url: string, person: Person, batchId: string) {
  const client: Socket<ImportServerEvents, ImportClientEvents> = io(url, {
    path: importSocket.path,
    transports: ['websocket'],
    extraHeaders: { Authorization: `Bearer ${person.token}` },
  });
  const seen: ImportBatchView[] = [];
  client.on('import:progress', (batch) => seen.push(batch));
  await waitFor('the connection', () => client.connected);
  const answer = await new Promise<{ ok: boolean }>((resolve) =>
    client.emit('import:watch', { batchId }, resolve),
  );
  if (!answer.ok) throw new Error('the watch was refused');
  return { seen, [Symbol.dispose]: () => void client.disconnect() };
}
