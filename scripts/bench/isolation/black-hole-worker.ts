import { createServer } from 'node:net';
import { parentPort } from 'node:worker_threads';

/** Listens with the shortest line there is, says where, and then never takes anybody from it. */
const server = createServer();
server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
  const address = server.address();
  parentPort?.postMessage(typeof address === 'object' ? address?.port : undefined);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
