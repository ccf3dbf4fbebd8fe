import type { SessionStarted } from '@evensplit/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { api } from '../api/api.ts';
import { ApiError } from '../api/api-error.ts';
import { authOptionsQuery, meQuery } from '../api/queries.ts';
import { Button } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Bars, Failure } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { FormError } from './form-error.tsx';
import { PublicFrame } from './public-frame.tsx';
import { startSession } from './sign-in-page.tsx';

/** British runners race and train in kilometres, whatever their road signs say. */
const usualUnits = navigator.language === 'en-US' ? 'mi' : 'km';

export function SignUpPage() {
  const [params] = useSearchParams();
  const me = useQuery(meQuery);
  const options = useQuery(authOptionsQuery);
  const [password, setPassword] = useState('');
  const signUp = useMutation({
    mutationFn: (body: Record<string, string>) =>
      api.send<SessionStarted>('POST', '/v1/auth/signup', { body }),
    onSuccess: startSession,
  });

  if (me.data) return <Navigate to="/welcome" replace />;

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body: Record<string, string> = {
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
    for (const [name, value] of form) if (typeof value === 'string' && value) body[name] = value;
    signUp.mutate(body);
  }

  const refused = signUp.error instanceof ApiError ? signUp.error : null;
  const inviteError = refused?.code.startsWith('invite_') ? refused.message : null;
  const passwordError = refused?.code === 'weak_password' ? refused.message : null;
  const emailError = refused?.code === 'email_taken' ? refused.message : null;
  const onField = inviteError ?? passwordError ?? emailError;

  return (
    <PublicFrame>
      <PageTitle title="Create your account" />
      {options.isPending ? (
        <Bars rows={6} />
      ) : options.isError ? (
        <Failure error={options.error} retry={() => void options.refetch()} />
      ) : options.data.signUp === 'closed' ? (
        <p className="text-muted">
          This installation takes no new athletes at the moment. Its owner can open it again.
        </p>
      ) : (
        <form onSubmit={submit} className="flex flex-col gap-4" data-testid="sign-up-form">
          {options.data.signUp === 'invite' && (
            <TextField
              label="Invite code"
              name="inviteCode"
              defaultValue={params.get('invite') ?? ''}
              autoComplete="off"
              required
              error={inviteError}
              hint="From the person who runs this installation."
            />
          )}
          <TextField label="Name" name="displayName" autoComplete="name" maxLength={80} required />
          <TextField
            label="E-mail"
            name="email"
            type="email"
            autoComplete="username"
            required
            error={emailError}
          />
          <TextField
            label="Password"
            name="password"
            type="password"
            autoComplete="new-password"
            minLength={options.data.passwordMinLength}
            maxLength={options.data.passwordMaxLength}
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            error={passwordError}
            hint={lengthHint(password.length, options.data.passwordMinLength)}
          />
          <SelectField label="Distances in" name="units" defaultValue={usualUnits}>
            <option value="km">Kilometres</option>
            <option value="mi">Miles</option>
          </SelectField>
          {!onField && <FormError error={signUp.error} />}
          <Button type="submit" disabled={signUp.isPending} className="mt-1">
            {signUp.isPending ? 'Creating…' : 'Create account'}
          </Button>
        </form>
      )}
      <p className="mt-6">
        Already an athlete here?{' '}
        <Link
          to="/sign-in"
          className="inline-block min-h-6 font-semibold text-accent underline underline-offset-4"
        >
          Sign in
        </Link>
      </p>
    </PublicFrame>
  );
}

function lengthHint(typed: number, least: number): string {
  if (typed === 0) return `At least ${least} characters. A short sentence is easy to remember.`;
  return typed < least ? `${least - typed} more to go.` : 'Long enough.';
}
