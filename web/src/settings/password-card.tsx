import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';
import { api, queryClient } from '../api/api.ts';
import { authOptionsQuery } from '../api/queries.ts';
import { useAthlete } from '../shell/use-athlete.ts';
import { FormError } from '../sign-in/form-error.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { TextField } from '../ui/field.tsx';
import { formText } from '../ui/form-text.ts';

export function PasswordCard() {
  const athlete = useAthlete();
  const options = useQuery(authOptionsQuery);
  const formRef = useRef<HTMLFormElement>(null);
  const change = useMutation({
    mutationFn: (body: { currentPassword: string; newPassword: string }) =>
      api.send('POST', '/v1/me/password', { body }),
    onSuccess() {
      formRef.current?.reset();
      void queryClient.invalidateQueries({ queryKey: ['sessions'] });
    },
  });

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    change.mutate({
      currentPassword: formText(form, 'currentPassword'),
      newPassword: formText(form, 'newPassword'),
    });
  }

  const least = options.data?.passwordMinLength;
  return (
    <Card title="Password">
      <form
        ref={formRef}
        onSubmit={submit}
        className="flex flex-col gap-4"
        data-testid="password-form"
      >
        {/* Password managers store the pair under this name. */}
        <input type="hidden" autoComplete="username" value={athlete.email} readOnly />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label="Current password"
            name="currentPassword"
            type="password"
            autoComplete="current-password"
            required
          />
          <TextField
            label="New password"
            name="newPassword"
            type="password"
            autoComplete="new-password"
            minLength={least}
            maxLength={options.data?.passwordMaxLength}
            required
            hint={least ? `At least ${least} characters.` : null}
          />
        </div>
        <FormError error={change.error} />
        <div className="flex items-center gap-4">
          <Button type="submit" look="quiet" disabled={change.isPending}>
            {change.isPending ? 'Changing…' : 'Change password'}
          </Button>
          <p role="status" className="text-muted">
            {change.isSuccess && 'Password changed.'}
          </p>
        </div>
      </form>
    </Card>
  );
}
