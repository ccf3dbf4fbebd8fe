import { z } from 'zod';
import { IdempotencyKey } from '../coach.ts';
import { ChangeMemory, MemoryList, MemoryView, MOST_MEMORIES, NewMemory } from '../memories.ts';
import { Id } from '../primitives.ts';
import { answer, body, nothing, type ApiRoute } from './api-route.ts';
import { ids, memory } from './examples.ts';

const one = z.object({ id: Id });

export const memoryRoutes: readonly ApiRoute[] = [
  {
    service: 'coach',
    method: 'get',
    path: '/v1/coach/memories',
    operationId: 'listMemories',
    tag: 'Coach',
    summary: 'What the coach remembers: injuries, preferences, phases, events',
    notes: 'All of them, the newest first, whether they still apply or not.',
    access: 'athlete',
    answers: [answer(200, 'The memories', MemoryList, { memories: [memory], most: MOST_MEMORIES })],
  },
  {
    service: 'coach',
    method: 'post',
    path: '/v1/coach/memories',
    operationId: 'addMemory',
    tag: 'Coach',
    summary: 'Have something remembered',
    notes:
      'With `sourceTurnId` it confirms what was said in that question, once: a second confirmation finds the first. Send the same `Idempotency-Key` when you try again.',
    access: 'athlete',
    headers: z.object({ 'Idempotency-Key': IdempotencyKey }),
    body: body(NewMemory, {
      kind: 'injury',
      text: memory.text,
      topic: 'left Achilles',
      status: 'active',
      since: '2026-11-12',
      sourceTurnId: ids.turn,
    }),
    answers: [
      answer(201, 'Kept', MemoryView, memory),
      answer(200, 'Kept before, by an earlier try or confirmation', MemoryView, memory),
    ],
    errors: ['idempotency_key_reused', 'memory_limit', 'not_found', 'read_only'],
  },
  {
    service: 'coach',
    method: 'patch',
    path: '/v1/coach/memories/:id',
    operationId: 'changeMemory',
    tag: 'Coach',
    summary: 'Change a memory',
    notes: 'Fields that are left out stay. `revision` is the one that was read.',
    access: 'athlete',
    params: one,
    body: body(ChangeMemory, { status: 'over', until: '2026-11-20', revision: 1 }),
    answers: [
      answer(200, 'As it is now', MemoryView, {
        ...memory,
        status: 'over',
        until: '2026-11-20',
        state: 'over',
        revision: 2,
      }),
    ],
    errors: ['memory_changed', 'not_found', 'read_only'],
  },
  {
    service: 'coach',
    method: 'delete',
    path: '/v1/coach/memories/:id',
    operationId: 'deleteMemory',
    tag: 'Coach',
    summary: 'Forget a memory',
    notes: 'Answers that quoted it keep their words until their conversation is deleted.',
    access: 'athlete',
    params: one,
    answers: [nothing('Forgotten')],
    errors: ['not_found', 'read_only'],
  },
];
