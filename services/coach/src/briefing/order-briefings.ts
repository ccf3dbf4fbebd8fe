import type { CoachDb } from '@evensplit/db';
import type { ControlPoll } from '@evensplit/platform/auth/control-poll';
import type { BriefingTimings } from './briefing-timings.ts';
import { deliverAgain, type Delivery } from './deliver.ts';
import { pickOrders } from './pick-orders.ts';

export type OrderDeps = {
  db: Pick<CoachDb, '$transaction'>;
  control: Pick<ControlPoll, 'setting'>;
  timings: BriefingTimings;
  briefings: Delivery;
  drafts: Delivery;
};

/**
 * One beat. Coach looks into Postgres for what changed instead of being told by the service that changed it: nobody
 * has to know of briefings, and an event cannot be lost. Rejects when the queue is away; the marked rows then wait
 * for a beat that reaches it.
 */
export async function orderBriefings(deps: OrderDeps): Promise<void> {
  const { control, briefings, drafts } = deps;
  if (control.setting('system.readonly') === true) return;
  const picked = await deps.db.$transaction((tx) => pickOrders(tx, deps.timings));
  if (!picked) return;
  for (const order of picked.fresh) await briefings.add(order);
  for (const order of picked.waiting) await deliverAgain(briefings, order);
  for (const order of picked.waitingDrafts) await deliverAgain(drafts, order);
}
