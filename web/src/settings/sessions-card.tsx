import type { SessionView } from '@evensplit/contracts';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { api, queryClient } from '../api/api.ts';
import { FormError } from '../sign-in/form-error.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { formatAgo } from '../ui/format.ts';
import { Bars, Failure } from '../ui/notice.tsx';

const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => api.send<{ sessions: SessionView[] }>('GET', '/v1/sessions', { signal }),
});

export function SessionsCard() {
  const sessions = useQuery(sessionsQuery);
  const revoke = useMutation({
    mutationFn: (path: string) => api.send('DELETE', path),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['sessions'] }),
  });
  const others = sessions.data?.sessions.filter(({ current }) => !current).length ?? 0;
  return (
    <Card title="Signed in on" testId="sessions">
      {sessions.isPending ? (
        <Bars rows={3} />
      ) : sessions.isError ? (
        <Failure error={sessions.error} retry={() => void sessions.refetch()} />
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {sessions.data.sessions.map((session) => (
            <li key={session.id} className="flex min-h-16 items-center justify-between gap-4 py-2">
              <div className="min-w-0">
                <p className="font-medium break-words">{session.device}</p>
                <p className="text-sm text-muted">
                  {session.current ? 'This device' : `Last seen ${formatAgo(session.lastSeenAt)}`}
                </p>
              </div>
              {!session.current && (
                <Button
                  look="danger"
                  disabled={revoke.isPending}
                  aria-label={`Sign out ${session.device}`}
                  onClick={() => revoke.mutate(`/v1/sessions/${session.id}`)}
                >
                  Sign out
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <FormError error={revoke.error} />
      {others > 1 && (
        <Button
          look="danger"
          className="mt-3"
          disabled={revoke.isPending}
          onClick={() => revoke.mutate('/v1/sessions')}
        >
          Sign out all {others} others
        </Button>
      )}
    </Card>
  );
}
