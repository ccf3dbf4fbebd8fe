import { cutClients } from './cut-clients.ts';
import type { Drill } from './drill.ts';
import { dropClients } from './drop-clients.ts';
import { freezeOwner } from './freeze-owner.ts';
import { killOwner } from './kill-owner.ts';
import { abortModels } from './models/abort-models.ts';
import { churnTurns } from './models/churn-turns.ts';
import { crossFaults } from './models/cross-faults.ts';
import { cutShort } from './models/cut-short.ts';
import { spendBudget } from './models/spend-budget.ts';
import { stallMany } from './models/stall-many.ts';
import { loseBothRedis } from './lose-both-redis.ts';
import { loseRedis } from './lose-redis.ts';
import { refreshTabs } from './refresh-tabs.ts';
import { restartCore } from './restart-core.ts';
import { restartPostgres } from './restart-postgres.ts';
import { sameKey } from './same-key.ts';
import { stopElsewhere } from './stop-elsewhere.ts';
import { stormLogin } from './storm-login.ts';
import { weighLogs } from './weigh-logs.ts';
import { playAllFaults, playDripping, playRefusals, playSilent } from './models/play-faults.ts';

/** Every drill by the name under which it is run. */
export const drills: Record<string, Drill> = {
  'one-turn': {
    about:
      'one question sent 50 times at once, also while Redis restarts: one turn, one call to a model',
    quick: true,
    run: sameKey,
  },
  stop: {
    about:
      'turns stopped from any replica: call to the model closed p99 ≤ 250 ms, nothing begun after',
    quick: true,
    run: stopElsewhere,
  },
  zombie: {
    about: 'the writing replica freezes past its lease and wakes up: it writes nothing, one end',
    quick: true,
    run: freezeOwner,
  },
  resume: {
    about: 'clients cut five times and more, over two replicas and both wires: not a byte differs',
    quick: true,
    run: cutClients,
  },
  F16: {
    about: '1,000 clients go away mid-stream: tails freed ≤ 1 s, turns go on, nothing is left over',
    quick: true,
    run: dropClients,
  },
  'redis-wiped': {
    about:
      'the cache Redis emptied twice mid-turn, then away for 10 s: no byte lost, one end, logins work',
    quick: true,
    run: loseRedis,
  },
  'redis-ttl': {
    about: 'what the log of a turn weighs (≤ 128 KB) and that every one of them expires',
    quick: true,
    run: weighLogs,
  },
  F27: {
    about: '20 tabs refresh at once: 20 succeed, one new token',
    quick: true,
    run: refreshTabs,
  },
  F29: {
    about: '200 parallel logins: health p99 < 50 ms, beyond the queue 503 with Retry-After',
    quick: true,
    run: stormLogin,
  },
  F8: {
    about:
      'Postgres away for 5 s: 503 within 2 s, success ≤ 1 s after it is up, running turns lose nothing',
    quick: true,
    run: restartPostgres,
  },
  F17: {
    about: 'two core replicas restarted in turn under 200 requests/s: no read fails',
    quick: true,
    run: restartCore,
  },
  faults: {
    about:
      'every fault a model can have, over both protocols at once: each ends as it must, in time',
    quick: true,
    run: playAllFaults,
  },
  F11: {
    about: 'the models of 500 athletes fall silent: each cut at 20 to 21 s with what had come',
    quick: true,
    run: stallMany,
  },
  truncated: {
    about: '100 answers end without saying that they are over: none is stored as done',
    quick: true,
    run: cutShort,
  },
  'abort-storm': {
    about: '10,000 answers stopped over each SDK: the process never ends, nothing is left open',
    quick: true,
    run: abortModels,
  },
  budget: {
    about: '100 turns at once at the cap, owners killed: never above it, every turn billed once',
    quick: true,
    run: spendBudget,
  },
  memory: {
    about:
      'thousands of answers, half of them stopped: memory flat, two Redis connections, no byte left over',
    quick: true,
    run: churnTurns,
  },
  'all-faults': {
    about:
      'every fault of a model × kill, stop, freeze, Redis wiped, Postgres away: one end for all',
    quick: false,
    run: crossFaults,
  },
  F12: {
    about: 'a model never sends headers: the next responder at 20 s (part of faults)',
    quick: false,
    run: playSilent,
  },
  F13: {
    about: 'a model drips: over at 120 s, or the next responder at 30 s (part of faults)',
    quick: false,
    run: playDripping,
  },
  F14: {
    about: 'a model refuses: at most 2 retries, breaker, charged once (part of faults)',
    quick: false,
    run: playRefusals,
  },
  F5: {
    about:
      'both Redis away for 10 s while files come in: none lost, work resumes ≤ 5 s, logins work',
    quick: false,
    run: loseBothRedis,
  },
  F15: {
    about:
      'kill -9 of the replica that writes: every reader has one end ≤ 18 s, and what it was shown',
    quick: false,
    run: killOwner,
  },
};
