import type { PrismaClient } from '../generated/client.ts';

/** A transaction of Prisma's that a query is to run in; `itx` is the kind that runs a callback, the other an array's. */
type Transaction = { kind: string };
type Asked = Promise<unknown> & { requestTransaction?: (transaction: Transaction) => unknown };
type Ask = (transaction?: Transaction) => Asked;

/**
 * What every query of Prisma answers: a promise that asks the database once somebody waits for it, and only once.
 *
 * Prisma 7.10 (`createPrismaPromise`) makes them of an object literal whose `spec` is a getter. An object that defines a
 * getter of its own gets a hidden class of its own, which V8 keeps in the old generation; from there the getter's closure keeps the
 * promise and all rows it was fulfilled with until the next major collection. At 20 home pages a second that was 4 MB of
 * dead rows a second, and every 46 s a collection around which everybody, health included, was answered a tenth of a
 * second late and more. Here `spec` is a plain property, and rows die young.
 */
export function leanQuery(ask: Ask, spec?: unknown) {
  let asked: Asked | undefined;
  const once = () => (asked ??= tried(ask));
  return {
    spec,
    // oxlint-disable-next-line unicorn/no-thenable -- this is what a lazy promise is
    then: ((fulfilled, rejected) => once().then(fulfilled, rejected)) as Promise<unknown>['then'],
    catch: ((rejected) => once().catch(rejected)) as Promise<unknown>['catch'],
    finally: (settled?: () => void) => once().finally(settled),
    /** One of an array of queries in one transaction, which starts them itself. */
    requestTransaction(transaction: Transaction): unknown {
      const inside = transaction.kind === 'itx' ? once() : tried(ask, transaction);
      return inside.requestTransaction?.(transaction) ?? inside;
    },
    /** By this name Prisma knows its own. */
    [Symbol.toStringTag]: 'PrismaPromise',
  };
}

function tried(ask: Ask, transaction?: Transaction): Asked {
  try {
    return ask(transaction);
  } catch (error) {
    return Promise.reject(error);
  }
}

/**
 * Puts lean queries in the place of Prisma's own. The place is no part of Prisma's interface: a release without it fails
 * `lean-queries.test.ts`, and would go on with Prisma's own. Queries inside a `$transaction` always do.
 */
export function useLeanQueries(client: PrismaClient): void {
  const inside = (
    client as unknown as { _originalClient: { _createPrismaPromise?: typeof leanQuery } }
  )._originalClient;
  if (inside._createPrismaPromise) inside._createPrismaPromise = leanQuery;
}
