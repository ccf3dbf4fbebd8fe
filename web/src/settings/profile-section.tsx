import type { AthleteView, UpdateProfile } from '@evensplit/contracts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useMemo } from 'react';
import { api, meKey, queryClient } from '../api/api.ts';
import { useAthlete } from '../shell/use-athlete.ts';
import { FormError } from '../sign-in/form-error.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { profileChanges } from './profile-changes.ts';

export function ProfileSection() {
  const athlete = useAthlete();
  const zones = useMemo(() => timeZones(athlete.timeZone), [athlete.timeZone]);
  const save = useMutation({
    mutationFn: (body: UpdateProfile) => api.send<AthleteView>('PATCH', '/v1/me', { body }),
    onSuccess(saved) {
      queryClient.setQueryData(meKey, saved);
      // Days, zones and loads follow from these; what is on other pages is out of date now.
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] });
    },
  });

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    save.mutate(profileChanges(new FormData(event.currentTarget)));
  }

  return (
    <>
      <PageTitle title="Profile" hidden />
      <form onSubmit={submit} className="flex flex-col gap-5" data-testid="profile-form">
        <Card title="You">
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              label="Name"
              name="displayName"
              defaultValue={athlete.displayName}
              autoComplete="name"
              maxLength={80}
              required
            />
            <TextField label="E-mail" value={athlete.email} readOnly hint="Used to sign in." />
            <SelectField label="Distances in" name="units" defaultValue={athlete.units}>
              <option value="km">Kilometres</option>
              <option value="mi">Miles</option>
            </SelectField>
            <SelectField
              label="Time zone"
              name="timeZone"
              defaultValue={athlete.timeZone}
              hint="Decides where a day and a week begin."
            >
              {zones.map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll('_', ' ')}
                </option>
              ))}
            </SelectField>
          </div>
        </Card>
        <Card title="Body">
          <p className="mb-4 text-[0.9375rem] text-muted">
            All optional. Heart rates sharpen zones and load; leave a field empty and Evensplit
            works with what your recordings show.
          </p>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              label="Birth year"
              name="birthYear"
              type="number"
              inputMode="numeric"
              min={1900}
              max={new Date().getFullYear()}
              defaultValue={athlete.birthYear ?? ''}
            />
            <SelectField label="Sex" name="sex" defaultValue={athlete.sex ?? ''}>
              <option value="">Not given</option>
              <option value="female">Female</option>
              <option value="male">Male</option>
            </SelectField>
            <TextField
              label="Maximum heart rate (bpm)"
              name="maxHeartRate"
              type="number"
              inputMode="numeric"
              min={100}
              max={240}
              defaultValue={athlete.maxHeartRate ?? ''}
            />
            <TextField
              label="Resting heart rate (bpm)"
              name="restingHeartRate"
              type="number"
              inputMode="numeric"
              min={25}
              max={110}
              defaultValue={athlete.restingHeartRate ?? ''}
            />
          </div>
        </Card>
        <FormError error={save.error} />
        <div className="flex items-center gap-4">
          <Button type="submit" disabled={save.isPending}>
            {save.isPending ? 'Saving…' : 'Save changes'}
          </Button>
          <p role="status" className="text-muted">
            {save.isSuccess && 'Saved.'}
          </p>
        </div>
      </form>
    </>
  );
}

function timeZones(current: string): string[] {
  return [...new Set([current, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort();
}
