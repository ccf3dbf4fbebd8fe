import type { CoachDb } from '@evensplit/db';
import type { Log } from '@evensplit/platform/log';
import { inSlices } from '../turns/in-slices.ts';
import { whoConsents } from './has-consent.ts';
import type { ModelLine } from './model-line.ts';
import type { ModelSwitches } from './model-switches.ts';

/** Why a model may not go on. */
export type Closed = 'no_consent' | 'switched_off';

/** A model that is being asked on behalf of somebody. Let go of by disposing. */
export type Permit = Disposable & {
  /** Fires with the signal it was made from, and when the permission ends. */
  readonly signal: AbortSignal;
  closed(): Closed | undefined;
};

export type Permits = Disposable & {
  hold(of: { athleteId: string; line: ModelLine }, signal: AbortSignal): Permit;
};

export type PermitsDeps = {
  db: Pick<CoachDb, 'consent'>;
  switches: Pick<ModelSwitches, 'isOpen'>;
  log: Log;
};

const LOOK_MS = 1000;

type Held = { athleteId: string; line: ModelLine; close(because: Closed): void };

/**
 * Whoever withdraws their consent does not want the rest of an answer to be read either, nor does an operator who turns
 * a switch. So while models are being asked, one query a second looks whether all of these athletes still agree.
 */
export function createPermits({ db, switches, log }: PermitsDeps, everyMs = LOOK_MS): Permits {
  const held = new Set<Held>();
  let timer: NodeJS.Timeout | undefined;
  let failing = false;

  async function look(): Promise<void> {
    for (const one of held) if (!switches.isOpen(one.line)) one.close('switched_off');
    const athleteIds = [...new Set([...held].map(({ athleteId }) => athleteId))];
    await inSlices(athleteIds, everyMs, async (slice) => {
      const agreed = await whoConsents(db, slice);
      const gone = new Set(slice.filter((athleteId) => !agreed.has(athleteId)));
      for (const one of held) if (gone.has(one.athleteId)) one.close('no_consent');
    });
  }

  function plan(): void {
    if (held.size === 0) return void (timer = undefined);
    timer = setTimeout(() => {
      look().then(
        () => {
          failing = false;
          plan();
        },
        (error: unknown) => {
          if (!failing) log.warn({ err: error }, 'consents could not be looked at');
          failing = true;
          plan();
        },
      );
    }, everyMs).unref();
  }

  return {
    hold(of, signal) {
      const controller = new AbortController();
      const follow = () => controller.abort(signal.reason);
      let closed: Closed | undefined;
      const one: Held = {
        ...of,
        close(because) {
          if (controller.signal.aborted) return;
          closed = because;
          controller.abort(new Error(because));
        },
      };
      signal.addEventListener('abort', follow, { once: true });
      if (signal.aborted) follow();
      held.add(one);
      if (timer === undefined) plan();
      return {
        signal: controller.signal,
        closed: () => closed,
        [Symbol.dispose]() {
          signal.removeEventListener('abort', follow);
          held.delete(one);
        },
      };
    },
    [Symbol.dispose]() {
      clearTimeout(timer);
      held.clear();
    },
  };
}
