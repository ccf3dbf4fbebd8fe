import type { SettingView, SignUpMode } from '@evensplit/contracts';
import { type FormEvent, useState } from 'react';
import { FormError } from '../sign-in/form-error.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { TextField } from '../ui/field.tsx';
import { formText } from '../ui/form-text.ts';
import { ChangedLine } from './changed-line.tsx';
import { useChangeSetting } from './use-change-setting.ts';

const modes: { mode: SignUpMode; title: string; meaning: string }[] = [
  {
    mode: 'open',
    title: 'Open',
    meaning: 'Anybody who can reach this page may create an account.',
  },
  { mode: 'invite', title: 'By invite', meaning: 'An account needs a code that you hand out.' },
  { mode: 'closed', title: 'Closed', meaning: 'Nobody new can sign up.' },
];

export function SignUpCard({ setting }: { setting: SettingView | undefined }) {
  const current = modes.find(({ mode }) => mode === setting?.value)?.mode ?? null;
  const [chosen, setChosen] = useState(current);
  const change = useChangeSetting('auth.signup');

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const reason = formText(new FormData(event.currentTarget), 'reason');
    change.mutate({ value: chosen, reason });
  }

  return (
    <Card title="Who may sign up" testId="sign-up-mode">
      <form onSubmit={submit} className="flex flex-col gap-4">
        <fieldset className="flex flex-col gap-2">
          <legend className="sr-only">Who may sign up</legend>
          {modes.map(({ mode, title, meaning }) => (
            <label
              key={mode}
              className="flex min-h-14 cursor-pointer items-center gap-3 rounded-xl border border-line px-4 py-2 has-checked:border-accent has-checked:bg-accent-soft"
            >
              <input
                type="radio"
                name="mode"
                value={mode}
                checked={chosen === mode}
                onChange={() => setChosen(mode)}
                className="size-5 shrink-0 accent-accent"
              />
              <span>
                <span className="block font-semibold">{title}</span>
                <span className="block text-sm">{meaning}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {chosen !== current && (
          <>
            <TextField
              label="Reason"
              name="reason"
              minLength={3}
              maxLength={500}
              required
              hint="Kept in the audit log."
            />
            <FormError error={change.error} />
            <Button type="submit" className="self-start" disabled={change.isPending}>
              Change
            </Button>
          </>
        )}
      </form>
      <ChangedLine setting={setting} />
    </Card>
  );
}
