import type { CoachPreview, SettingView, SystemSettingKey } from '@evensplit/contracts';
import { useQuery } from '@tanstack/react-query';
import { coachPreviewQuery } from '../api/queries.ts';
import { Card } from '../ui/card.tsx';
import { SwitchForm } from './switch-form.tsx';

type Provider = CoachPreview['providers'][number]['name'];

const names: Record<Provider, string> = { openai: 'OpenAI-compatible', gemini: 'Gemini' };

/** The brake on language models: all at once, or one provider. Without one configured there is nothing to brake. */
export function ModelsCard({
  settingOf,
}: {
  settingOf: (key: SystemSettingKey) => SettingView | undefined;
}) {
  const preview = useQuery(coachPreviewQuery);
  const all = settingOf('coach.llm');
  const on = all?.value !== false;
  return (
    <Card title="Language models" testId="models">
      {preview.data?.configured === false && (
        <p className="mb-3 max-w-prose text-[0.9375rem]">
          None is configured, so the switches change nothing yet.
        </p>
      )}
      <div className="flex flex-col gap-6">
        <SwitchForm
          switchKey="coach.llm"
          setting={all}
          title={on ? 'On' : 'Off for everybody'}
          turn={on ? 'Switch all off' : 'Switch on'}
          next={!on}
        >
          {on
            ? 'Switched off, none is called any more after five seconds, and the coach answers by its own rules.'
            : 'The coach answers everybody by its own rules, and says so to those who agreed to a model.'}
        </SwitchForm>
        {(Object.keys(names) as Provider[]).map((provider) => (
          <ProviderSwitch
            key={provider}
            provider={provider}
            setting={settingOf(`coach.provider.${provider}`)}
          />
        ))}
      </div>
    </Card>
  );
}

function ProviderSwitch({
  provider,
  setting,
}: {
  provider: Provider;
  setting: SettingView | undefined;
}) {
  const on = setting?.value !== false;
  const name = names[provider];
  return (
    <SwitchForm
      switchKey={`coach.provider.${provider}`}
      setting={setting}
      title={`${name}: ${on ? 'on' : 'off'}`}
      turn={on ? `Switch ${name} off` : `Switch ${name} on`}
      next={!on}
    >
      {on
        ? 'While it is off, the next provider is asked.'
        : 'It is left out; the next one is asked.'}
    </SwitchForm>
  );
}
