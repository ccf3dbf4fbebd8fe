import { useQuery } from '@tanstack/react-query';
import { uploadsQuery } from '../api/queries.ts';
import { useAthlete } from '../shell/use-athlete.ts';
import { Card } from '../ui/card.tsx';
import { Bars, Failure } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { BatchHistory } from './batch-history.tsx';
import { BatchProgress } from './batch-progress.tsx';
import { DropZone } from './drop-zone.tsx';
import { useActiveBatchId } from './use-active-batch.ts';
import { useUpload } from './uploads.ts';

export function WelcomePage() {
  const athlete = useAthlete();
  const uploads = useQuery(uploadsQuery);
  const upload = useUpload();
  const batchId = useActiveBatchId();
  const first = uploads.data?.batches.length === 0 && upload.phase === 'idle';
  return (
    <>
      <PageTitle
        title={first ? `Welcome, ${athlete.displayName}` : 'Add runs'}
        eyebrow={
          first ? 'Bring your running with you. The rest of the app fills while you watch.' : null
        }
      />
      <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
        <div className="flex flex-col gap-5">
          {(batchId !== null || upload.phase !== 'idle') && <BatchProgress batchId={batchId} />}
          <DropZone />
        </div>
        <div className="flex flex-col gap-5">
          <WhatHappens />
          {uploads.isPending ? (
            <Card title="Earlier imports">
              <Bars rows={3} />
            </Card>
          ) : uploads.isError ? (
            <Card title="Earlier imports">
              <Failure error={uploads.error} retry={() => void uploads.refetch()} />
            </Card>
          ) : (
            <BatchHistory batches={uploads.data.batches} except={batchId} />
          )}
        </div>
      </div>
    </>
  );
}

function WhatHappens() {
  return (
    <Card title="Good to know">
      <ul className="flex list-disc flex-col gap-2 pl-5 text-[0.9375rem] marker:text-muted">
        <li>FIT, GPX and TCX files, also compressed, from any watch or app.</li>
        <li>
          An export archive from Strava or Garmin can be dropped as it is: the recordings in it are
          found, photos and spreadsheets stay on your device.
        </li>
        <li>The same run twice is recognised and merged.</li>
        <li>
          Original files are kept on this server, so that every number can be worked out again.
        </li>
      </ul>
    </Card>
  );
}
