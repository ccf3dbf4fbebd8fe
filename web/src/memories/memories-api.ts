import type { ChangeMemory, MemoryList, MemoryView, NewMemory } from '@evensplit/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api, queryClient } from '../api/api.ts';

const path = '/v1/coach/memories';

export const memoriesQuery = queryOptions({
  queryKey: ['memories'],
  queryFn: ({ signal }) => api.send<MemoryList>('GET', path, { signal }),
});

/** One submit; the same one sent again keeps one memory. */
export type MemorySubmission = { key: string; body: NewMemory };

export function addMemory({ key, body }: MemorySubmission): Promise<MemoryView> {
  return api.send<MemoryView>('POST', path, { body, headers: { 'idempotency-key': key } });
}

export function changeMemory(id: string, body: ChangeMemory): Promise<MemoryView> {
  return api.send<MemoryView>('PATCH', `${path}/${encodeURIComponent(id)}`, { body });
}

export function deleteMemory(id: string): Promise<void> {
  return api.send<undefined>('DELETE', `${path}/${encodeURIComponent(id)}`);
}

/** What the coach suggests today and what a model would see follow from these as well. */
export async function refreshMemories(): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: ['home'] });
  void queryClient.invalidateQueries({ queryKey: ['coach-preview'] });
  await queryClient.invalidateQueries({ queryKey: memoriesQuery.queryKey });
}
