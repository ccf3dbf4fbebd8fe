import type {
  ActivityDetail,
  ActivityList,
  ActivityStreams,
  AthleteView,
  AuthOptions,
  CoachPreview,
  CoachState,
  ConsentList,
  ConversationChanges,
  ConversationDetail,
  ConversationList,
  HomeView,
  ImportBatchDetail,
  ImportBatchList,
  TurnView,
} from '@evensplit/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, meKey } from './api.ts';
import { ApiError, isPassing } from './api-error.ts';

function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return api.send<T>('GET', path, { signal });
}

/** `null` means nobody is signed in, which is an answer and not a failure. */
export const meQuery = queryOptions({
  queryKey: meKey,
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }): Promise<AthleteView | null> =>
    get<AthleteView>('/v1/me', signal).catch((error: unknown) => {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }),
});

export const authOptionsQuery = queryOptions({
  queryKey: ['auth-options'],
  staleTime: 60_000,
  queryFn: ({ signal }) => get<AuthOptions>('/v1/auth/options', signal),
});

export const homeQuery = queryOptions({
  queryKey: ['home'],
  queryFn: ({ signal }) => get<HomeView>('/v1/home', signal),
});

export function activitiesQuery(filters: Record<string, string>) {
  return infiniteQueryOptions({
    queryKey: ['activities', filters],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ ...filters, limit: '100' });
      if (pageParam) query.set('cursor', pageParam);
      return get<ActivityList>(`/v1/activities?${query}`, signal);
    },
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function activityQuery(id: string) {
  return queryOptions({
    queryKey: ['activity', id],
    queryFn: ({ signal }) =>
      get<ActivityDetail>(`/v1/activities/${encodeURIComponent(id)}`, signal),
    refetchInterval: (query) => (query.state.data?.deriving ? 2000 : false),
  });
}

export function streamsQuery(id: string) {
  return queryOptions({
    queryKey: ['streams', id],
    staleTime: 300_000,
    queryFn: ({ signal }) =>
      get<ActivityStreams>(`/v1/activities/${encodeURIComponent(id)}/streams?points=2000`, signal),
  });
}

export const uploadsQuery = queryOptions({
  queryKey: ['uploads'],
  queryFn: ({ signal }) => get<ImportBatchList>('/v1/ingest/uploads', signal),
});

export function uploadFilesQuery(batchId: string, state: 'failed' | 'duplicate') {
  return infiniteQueryOptions({
    queryKey: ['uploads', batchId, 'files', state],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ state, limit: '100' });
      if (pageParam) query.set('cursor', pageParam);
      return get<ImportBatchDetail>(`/v1/ingest/uploads/${batchId}?${query}`, signal);
    },
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** What is away comes back by itself, and so does what could not be shown without it. */
const whileAway = 5000;

export function conversationsQuery(words: string) {
  return infiniteQueryOptions({
    queryKey: ['conversations', words],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: '30' });
      if (words) query.set('q', words);
      if (pageParam) query.set('cursor', pageParam);
      return get<ConversationList>(`/v1/coach/conversations?${query}`, signal);
    },
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) => (isPassing(state.error) ? whileAway : false),
  });
}

export function conversationQuery(id: string) {
  return queryOptions({
    queryKey: ['conversation', id],
    queryFn: ({ signal }) =>
      get<ConversationDetail>(`/v1/coach/conversations/${encodeURIComponent(id)}`, signal),
    refetchInterval: ({ state }) => (isPassing(state.error) ? whileAway : false),
    // It may have been continued on another device.
    refetchOnWindowFocus: 'always',
  });
}

/** Values in its answers that would be told differently today. */
export function changesQuery(id: string) {
  return queryOptions({
    queryKey: ['conversation-changes', id],
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      get<ConversationChanges>(`/v1/coach/conversations/${encodeURIComponent(id)}/changes`, signal),
  });
}

export const coachStateQuery = queryOptions({
  queryKey: ['coach-state'],
  queryFn: ({ signal }) => get<CoachState>('/v1/coach/state', signal),
  // Questions that wait go out by themselves as soon as they may: what is said above them must not stay behind.
  refetchInterval: ({ state }) => (state.data?.readOnly ? 10_000 : false),
});

export const suggestionsQuery = queryOptions({
  queryKey: ['suggestions'],
  staleTime: 300_000,
  queryFn: ({ signal }) => get<{ questions: string[] }>('/v1/coach/suggestions', signal),
  refetchInterval: ({ state }) => (isPassing(state.error) ? whileAway : false),
});

export const consentsQuery = queryOptions({
  queryKey: ['consents'],
  queryFn: ({ signal }) => get<ConsentList>('/v1/me/consents', signal),
});

export const coachPreviewQuery = queryOptions({
  queryKey: ['coach-preview'],
  queryFn: ({ signal }) => get<CoachPreview>('/v1/coach/preview', signal),
});

export function fetchTurn(id: string): Promise<TurnView> {
  return get<TurnView>(`/v1/coach/turns/${encodeURIComponent(id)}`);
}
