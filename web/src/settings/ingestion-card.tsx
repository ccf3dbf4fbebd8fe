import type { SettingView } from '@evensplit/contracts';
import { Card } from '../ui/card.tsx';
import { SwitchForm } from './switch-form.tsx';

export function IngestionCard({ setting }: { setting: SettingView | undefined }) {
  const paused = setting?.value === true;
  return (
    <Card title="Imports" testId="ingestion">
      <SwitchForm
        switchKey="system.ingestion_paused"
        setting={setting}
        title={paused ? 'Paused' : 'Running'}
        turn={paused ? 'Go on with imports' : 'Pause imports'}
        next={!paused}
      >
        {paused
          ? 'Files that have arrived are safe and wait. Everything else works as usual.'
          : 'Pausing stops the reading of files within five seconds. Nothing is lost.'}
      </SwitchForm>
    </Card>
  );
}
