import type { SettingView, SystemSettingKey } from '@evensplit/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { Card } from '../ui/card.tsx';
import { Bars, Failure } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { IngestionCard } from './ingestion-card.tsx';
import { InvitesCard } from './invites-card.tsx';
import { ModelsCard } from './models-card.tsx';
import { SignUpCard } from './sign-up-card.tsx';

const settingsQuery = queryOptions({
  queryKey: ['admin', 'settings'],
  queryFn: ({ signal }) =>
    api.send<{ settings: SettingView[] }>('GET', '/v1/admin/settings', { signal }),
});

/** For the owner of the installation: who may come in, and the brakes on imports and on language models. */
export function InstallationSection() {
  const settings = useQuery(settingsQuery);
  const settingOf = (key: SystemSettingKey) =>
    settings.data?.settings.find((each) => each.key === key);
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title="Installation" hidden />
      {settings.isPending ? (
        <Card title="Installation">
          <Bars rows={5} />
        </Card>
      ) : settings.isError ? (
        <Card title="Installation">
          <Failure error={settings.error} retry={() => void settings.refetch()} />
        </Card>
      ) : (
        <>
          <SignUpCard setting={settingOf('auth.signup')} />
          <InvitesCard />
          <IngestionCard setting={settingOf('system.ingestion_paused')} />
          <ModelsCard settingOf={settingOf} />
        </>
      )}
    </div>
  );
}
