const codes = new Set([
  // Prisma: unreachable, closed, timed out, no connection in time, transaction could not start
  'P1001',
  'P1002',
  'P1008',
  'P1011',
  'P1017',
  'P2024',
  'P2028',
  // Postgres: shutting down, starting up, too many connections, connection lost, statement timeout
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08003',
  '08006',
  '57014',
  // The socket
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** Whether an error means "the database is away or too busy, ask again", as opposed to a mistake of ours. */
export function isOutage(error: unknown): boolean {
  const seen = new Set<unknown>();
  let one = error;
  while (one instanceof Error && !seen.has(one)) {
    seen.add(one);
    if (
      carriesCode(one) ||
      /timeout exceeded when trying to connect|Connection terminated|Can't reach database server/.test(
        one.message,
      )
    )
      return true;
    one = one.cause;
  }
  return typeof one === 'object' && one !== null && carriesCode(one);
}

function carriesCode(error: object): boolean {
  const named = error as {
    code?: unknown;
    originalCode?: unknown;
    meta?: { code?: unknown; driverAdapterError?: unknown };
  };
  const inner = named.meta?.driverAdapterError;
  return (
    [named.code, named.originalCode, named.meta?.code].some(
      (code) => typeof code === 'string' && codes.has(code),
    ) ||
    (typeof inner === 'object' && inner !== null && inner !== error && isOutage(inner))
  );
}
