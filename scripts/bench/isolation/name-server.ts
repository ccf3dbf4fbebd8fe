import { createSocket } from 'node:dgram';

export type NameServer = { port: number; questions: () => number; stop: () => Promise<void> };

/** A name server that hears every question and answers none: a resolver that hangs. */
export async function startSilentNameServer(): Promise<NameServer> {
  const socket = createSocket('udp4');
  let questions = 0;
  socket.on('message', () => (questions += 1));
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return {
    port: socket.address().port,
    questions: () => questions,
    stop: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}
