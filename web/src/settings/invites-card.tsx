import type { InviteView } from '@evensplit/contracts';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { api, queryClient } from '../api/api.ts';
import { useAthlete } from '../shell/use-athlete.ts';
import { FormError } from '../sign-in/form-error.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { formText } from '../ui/form-text.ts';
import { formatInstant } from '../ui/format.ts';
import { Bars, Failure } from '../ui/notice.tsx';
import { NewCode } from './new-code.tsx';

const invitesQuery = queryOptions({
  queryKey: ['admin', 'invites'],
  queryFn: ({ signal }) =>
    api.send<{ invites: InviteView[] }>('GET', '/v1/admin/invites', { signal }),
});
const refresh = () => queryClient.invalidateQueries({ queryKey: ['admin', 'invites'] });

export function InvitesCard() {
  const invites = useQuery(invitesQuery);
  const create = useMutation({
    mutationFn: (body: { note: string; expiresInDays: number }) =>
      api.send<{ id: string; code: string; expiresAt: string }>('POST', '/v1/admin/invites', {
        body,
      }),
    onSuccess: refresh,
  });
  const revoke = useMutation({
    mutationFn: (id: string) => api.send('DELETE', `/v1/admin/invites/${id}`),
    onSettled: refresh,
  });

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    create.mutate({
      note: formText(form, 'note'),
      expiresInDays: Number(form.get('expiresInDays')),
    });
    event.currentTarget.reset();
  }

  return (
    <Card title="Invites" testId="invites">
      <form
        onSubmit={submit}
        data-testid="new-invite"
        className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_10rem_auto] sm:items-end"
      >
        <TextField label="For whom" name="note" maxLength={120} placeholder="Ada, from the club" />
        <SelectField label="Valid for" name="expiresInDays" defaultValue="14">
          <option value="2">2 days</option>
          <option value="14">14 days</option>
          <option value="60">60 days</option>
        </SelectField>
        <Button type="submit" disabled={create.isPending}>
          Create invite
        </Button>
      </form>
      <FormError error={create.error ?? revoke.error} />
      {create.data && <NewCode code={create.data.code} />}
      <div className="mt-5">
        {invites.isPending ? (
          <Bars rows={3} />
        ) : invites.isError ? (
          <Failure error={invites.error} retry={() => void invites.refetch()} />
        ) : invites.data.invites.length === 0 ? (
          <p className="text-muted">No invites yet.</p>
        ) : (
          <ul className="flex flex-col divide-y divide-line">
            {invites.data.invites.map((invite) => (
              <Invite key={invite.id} invite={invite} revoke={() => revoke.mutate(invite.id)} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

function Invite({ invite, revoke }: { invite: InviteView; revoke: () => void }) {
  const { timeZone } = useAthlete();
  const words: Record<InviteView['state'], string> = {
    open: `Open until ${formatInstant(invite.expiresAt, timeZone, { day: 'numeric', month: 'short' })}`,
    used: 'Used',
    expired: 'Expired',
    revoked: 'Revoked',
  };
  return (
    <li className="flex min-h-14 items-center justify-between gap-4 py-2">
      <div className="min-w-0">
        <p className="truncate font-medium">{invite.note || 'Without a note'}</p>
        <p className="text-sm text-muted">{words[invite.state]}</p>
      </div>
      {invite.state === 'open' && (
        <Button
          look="danger"
          aria-label={`Revoke the invite ${invite.note || 'without a note'}`}
          onClick={revoke}
        >
          Revoke
        </Button>
      )}
    </li>
  );
}
