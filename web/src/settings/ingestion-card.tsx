import type { SettingView } from '@evensplit/contracts';
import { type FormEvent, useState } from 'react';
import { FormError } from '../sign-in/form-error.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { TextField } from '../ui/field.tsx';
import { formText } from '../ui/form-text.ts';
import { ChangedLine } from './changed-line.tsx';
import { useChangeSetting } from './use-change-setting.ts';

export function IngestionCard({ setting }: { setting: SettingView | undefined }) {
  const paused = setting?.value === true;
  const [asking, setAsking] = useState(false);
  const change = useChangeSetting('system.ingestion_paused');

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const reason = formText(new FormData(event.currentTarget), 'reason');
    change.mutate({ value: !paused, reason }, { onSuccess: () => setAsking(false) });
  }

  return (
    <Card title="Imports" testId="ingestion">
      <p className="text-lg font-semibold">{paused ? 'Paused' : 'Running'}</p>
      <p className="mt-1 text-[0.9375rem] text-muted">
        {paused
          ? 'Files that have arrived are safe and wait. Everything else works as usual.'
          : 'Pausing stops the reading of files within five seconds. Nothing is lost.'}
      </p>
      {asking ? (
        <form onSubmit={submit} className="mt-4 flex flex-col gap-4">
          <TextField
            label="Reason"
            name="reason"
            minLength={3}
            maxLength={500}
            required
            autoFocus
            hint="Kept in the audit log."
          />
          <FormError error={change.error} />
          <div className="flex gap-3">
            <Button type="submit" disabled={change.isPending}>
              {paused ? 'Go on with imports' : 'Pause imports'}
            </Button>
            <Button look="plain" onClick={() => setAsking(false)}>
              Cancel
            </Button>
          </div>
        </form>
      ) : (
        <Button look="quiet" className="mt-4" onClick={() => setAsking(true)}>
          {paused ? 'Go on with imports' : 'Pause imports'}
        </Button>
      )}
      <ChangedLine setting={setting} />
    </Card>
  );
}
