import type { z } from 'zod';
import type { ActivityListItem } from '../activities.ts';
import type { ConversationView, TurnView } from '../coach.ts';
import type { Fact, Gap } from '../facts.ts';
import type { AthleteView } from '../identity.ts';
import type { MemoryView } from '../memories.ts';
import type { ImportBatchView, ImportFileView } from '../uploads.ts';

/** Invented, and the same persons and runs throughout, so that one example explains the next. */
export const ids = {
  athlete: '01930a5e-0c00-7c3a-9f00-2f5a6b7c8d01',
  session: '01930a5e-0c00-7c3a-9f00-2f5a6b7c8d02',
  activity: '01930a5e-0c00-7c3a-9f00-2f5a6b7c8d03',
  conversation: '01930a5e-0c00-7c3a-9f00-2f5a6b7c8d04',
  turn: '01930a5e-0c00-7c3a-9f00-2f5a6b7c8d05',
  batch: '01930a5e-0c00-7c3a-9f00-2f5a6b7c8d06',
  file: '01930a5e-0c00-7c3a-9f00-2f5a6b7c8d07',
  invite: '01930a5e-0c00-7c3a-9f00-2f5a6b7c8d08',
  memory: '01930a5e-0c00-7c3a-9f00-2f5a6b7c8d09',
} as const;

export const athlete: AthleteView = {
  id: ids.athlete,
  email: 'ada@example.org',
  displayName: 'Ada',
  timeZone: 'Europe/Berlin',
  units: 'km',
  birthYear: 1990,
  sex: null,
  maxHeartRate: 188,
  restingHeartRate: null,
  roles: ['athlete'],
  createdAt: '2026-11-01T08:00:00.000Z',
};

export const distance: Fact = {
  id: 'Zk3vQ1mT8yWc0aLd',
  metric: 'activity.distance',
  subject: `activity:${ids.activity}`,
  label: 'Distance',
  value: 10_021,
  unit: 'm',
  quality: 'measured',
  method: 'recorded/1',
  from: [{ activityId: ids.activity }],
  lanes: ['file'],
  flags: [],
};

export const noHeartRate: Gap = {
  metric: 'activity.avg_heart_rate',
  state: 'missing',
  why: 'This run was recorded without heart rate.',
};

export const run: z.output<typeof ActivityListItem> = {
  id: ids.activity,
  name: 'Morning run',
  sport: 'run',
  kind: 'easy',
  startedAt: '2026-11-19T06:30:00.000Z',
  localDate: '2026-11-19',
  distanceM: 10_021,
  movingS: 3402,
  elapsedS: 3450,
  avgHeartRate: null,
  ascentM: 64,
  load: 52,
  hasRoute: true,
};

export const conversation: ConversationView = {
  id: ids.conversation,
  title: 'How was my last run?',
  createdAt: '2026-11-20T07:00:00.000Z',
  updatedAt: '2026-11-20T07:00:00.000Z',
  turns: 1,
};

export const turn: TurnView = {
  id: ids.turn,
  conversationId: ids.conversation,
  question: 'How was my last run?',
  status: 'done',
  text: `You ran {{${distance.id}}}.`,
  writer: 'baseline',
  errorCode: null,
  facts: [distance],
  proposedMemory: null,
  cursor: '1-4',
  createdAt: '2026-11-20T07:00:00.000Z',
  deadlineAt: '2026-11-20T07:02:00.000Z',
  finishedAt: '2026-11-20T07:00:01.000Z',
  now: '2026-11-20T07:00:02.000Z',
};

export const batch: ImportBatchView = {
  id: ids.batch,
  state: 'running',
  createdAt: '2026-11-20T07:10:00.000Z',
  finishedAt: null,
  counts: { total: 2, queued: 1, processing: 0, imported: 1, duplicate: 0, failed: 0 },
  filesPerSecond: 4,
  secondsLeft: 1,
};

export const file: ImportFileView = {
  id: ids.file,
  name: '2026-11-19-morning.fit',
  bytes: 48_213,
  state: 'imported',
  code: null,
  reason: null,
  warnings: [],
  activityIds: [ids.activity],
};

export const memory: MemoryView = {
  id: ids.memory,
  kind: 'injury',
  text: 'My left Achilles hurts in the morning',
  topic: 'left Achilles',
  status: 'active',
  since: '2026-11-12',
  until: null,
  state: 'now',
  revision: 1,
  createdAt: '2026-11-20T07:05:00.000Z',
  updatedAt: '2026-11-20T07:05:00.000Z',
  source: { from: 'conversation', conversationId: ids.conversation, turnId: ids.turn },
};
