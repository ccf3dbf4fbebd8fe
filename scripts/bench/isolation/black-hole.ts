import { connect, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';

export type BlackHole = { port: number; stop: () => Promise<void> };

/**
 * A port where dialling neither succeeds nor fails, as behind a firewall that drops: its line is full, so the kernel
 * ignores whoever asks. Needs no address outside of this machine.
 */
export async function startBlackHole(): Promise<BlackHole> {
  const worker = new Worker(new URL('./black-hole-worker.ts', import.meta.url));
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  // A line of one holds two on Linux; the third is there in case another system counts differently.
  const fillers: Socket[] = Array.from({ length: 3 }, () => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    return socket;
  });
  await Promise.race(
    fillers.map((socket) => new Promise<void>((resolve) => socket.once('connect', resolve))),
  );
  return {
    port,
    async stop() {
      for (const socket of fillers) socket.destroy();
      await worker.terminate();
    },
  };
}
