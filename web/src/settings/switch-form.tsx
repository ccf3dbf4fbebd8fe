import type { SettingView, SystemSettingKey } from '@evensplit/contracts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { FormError } from '../sign-in/form-error.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { formText } from '../ui/form-text.ts';
import { ChangedLine } from './changed-line.tsx';
import { useChangeSetting } from './use-change-setting.ts';

/** One switch of the installation: how it stands, what that means, and turning it with a reason. */
export function SwitchForm({
  switchKey,
  setting,
  title,
  children,
  turn,
  next,
}: {
  switchKey: SystemSettingKey;
  setting: SettingView | undefined;
  /** How it stands. */
  title: string;
  children: ReactNode;
  /** What turning it does. */
  turn: string;
  next: boolean;
}) {
  const [asking, setAsking] = useState(false);
  const change = useChangeSetting(switchKey);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const reason = formText(new FormData(event.currentTarget), 'reason');
    change.mutate({ value: next, reason }, { onSuccess: () => setAsking(false) });
  }

  return (
    <div data-testid={`switch ${switchKey}`}>
      <p className="text-lg font-semibold">{title}</p>
      <p className="mt-1 max-w-prose text-[0.9375rem] text-muted">{children}</p>
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
              {turn}
            </Button>
            <Button look="plain" onClick={() => setAsking(false)}>
              Cancel
            </Button>
          </div>
        </form>
      ) : (
        <Button look="quiet" className="mt-4" onClick={() => setAsking(true)}>
          {turn}
        </Button>
      )}
      <ChangedLine setting={setting} />
    </div>
  );
}
