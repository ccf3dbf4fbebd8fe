import type { SessionStarted } from '@evensplit/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { api, meKey, queryClient } from '../api/api.ts';
import { rememberExpiry } from '../api/keep-fresh.ts';
import { authOptionsQuery, meQuery } from '../api/queries.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { formText } from '../ui/form-text.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { FormError } from './form-error.tsx';
import { nextPath } from './next-path.ts';
import { PublicFrame } from './public-frame.tsx';

export function startSession(session: SessionStarted): void {
  rememberExpiry(session.accessExpiresAt);
  queryClient.setQueryData(meKey, session.athlete);
}

export function SignInPage() {
  const [params] = useSearchParams();
  const me = useQuery(meQuery);
  const options = useQuery(authOptionsQuery);
  const logIn = useMutation({
    mutationFn: (body: { email: string; password: string }) =>
      api.send<SessionStarted>('POST', '/v1/auth/login', { body }),
    onSuccess: startSession,
  });

  if (me.data) return <Navigate to={nextPath(params.get('next'))} replace />;

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    logIn.mutate({ email: formText(form, 'email'), password: formText(form, 'password') });
  }

  return (
    <PublicFrame>
      <PageTitle title="Sign in" />
      {params.has('next') && <p className="mb-5 text-muted">Sign in to go on where you were.</p>}
      <form onSubmit={submit} className="flex flex-col gap-4" data-testid="sign-in-form">
        <TextField label="E-mail" name="email" type="email" autoComplete="username" required />
        <TextField
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        <FormError error={logIn.error} />
        <Button type="submit" disabled={logIn.isPending} className="mt-1">
          {logIn.isPending ? 'Signing in…' : 'Sign in'}
        </Button>
      </form>
      {options.data && options.data.signUp !== 'closed' && (
        <p className="mt-6">
          New here?{' '}
          <Link
            to={`/sign-up${params.size > 0 ? `?${params}` : ''}`}
            className="inline-block min-h-6 font-semibold text-accent underline underline-offset-4"
          >
            {options.data.signUp === 'invite' ? 'Sign up with an invite' : 'Create an account'}
          </Link>
        </p>
      )}
    </PublicFrame>
  );
}
