import { z } from 'zod';
import { turnEventData } from '../coach.ts';
import * as contracts from '../index.ts';
import { Liveness, Readiness } from './health-routes.ts';

/** Every contract under the name it is exported by: what the document calls its shared schemas. */
export const namedSchemas: Readonly<Record<string, z.ZodType>> = {
  ...Object.fromEntries(
    Object.entries<unknown>(contracts).filter(
      (entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType,
    ),
  ),
  Liveness,
  Readiness,
  ErrorCode: z.enum(Object.keys(contracts.errorStatus)),
  TurnEventDelta: turnEventData.delta,
  TurnEventSnapshot: turnEventData.snapshot,
  TurnEventStatus: turnEventData.status,
  TurnEventReceipt: turnEventData.receipt,
  TurnEventEnd: turnEventData.end,
};
