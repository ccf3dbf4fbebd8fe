import type { ImportBatchView } from '@evensplit/contracts';
import { Link } from 'react-router';
import { Button, buttonClass } from '../ui/button.tsx';
import { formatCount, formatTimeLeft } from '../ui/format.ts';
import { Failure } from '../ui/notice.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { importProgress } from './import-progress.ts';
import { SettledFiles } from './settled-files.tsx';
import { uploader, useUpload } from './uploads.ts';
import { useBatch } from './use-batch.ts';

const FEW = 5;

export function BatchProgress({ batchId }: { batchId: string | null }) {
  const upload = useUpload();
  const batch = useBatch(batchId);
  const progress = importProgress(batch, upload);
  if (progress.state === 'none') return null;
  const done = progress.state === 'done';
  return (
    <section
      aria-label="Import"
      data-testid="import-progress"
      data-state={progress.state}
      className="rounded-card border border-line bg-surface p-5 shadow-card sm:p-6"
    >
      <div role="status">
        <h2 className="eyebrow">{progress.title}</h2>
        {done && batch ? (
          <p className="display mt-2 text-2xl">{summary(batch)}</p>
        ) : (
          <p className="figure mt-2 text-4xl sm:text-5xl">
            {formatCount(progress.settled)}
            <span className="text-xl font-medium text-muted sm:text-2xl">
              {' '}
              of {formatCount(progress.total)} files
            </span>
          </p>
        )}
      </div>
      {!done && (
        <>
          <ProgressBar
            className="mt-4"
            value={progress.settled}
            max={progress.total}
            label={progress.title}
          />
          <p className="mt-2 mb-2 min-h-6 text-sm text-muted">{batch && pace(batch)}</p>
        </>
      )}

      {upload.phase === 'failed' && (
        <div className="mt-3 flex flex-col gap-3">
          <Failure error={upload.error} retry={() => void uploader.resume()} />
          <Button look="plain" className="self-start" onClick={uploader.giveUp}>
            Leave out the remaining {formatCount(upload.total - upload.sent)} files
          </Button>
        </div>
      )}
      {batch?.state === 'paused' && (
        <p className="mt-3 text-[0.9375rem]">
          The owner of this installation has paused imports. Your files are safe and will be read
          when they go on.
        </p>
      )}
      {done && batch && batch.counts.failed > 0 && (
        <SettledFiles
          batch={batch}
          state="failed"
          count={batch.counts.failed}
          shown={batch.counts.failed <= FEW}
        />
      )}
      {done && batch && batch.counts.duplicate > 0 && (
        <SettledFiles batch={batch} state="duplicate" count={batch.counts.duplicate} />
      )}
      {done && (
        <div className="mt-5 flex flex-wrap gap-3">
          <Link to="/" className={buttonClass()}>
            See your home page
          </Link>
          <Link to="/activities" className={buttonClass('quiet')}>
            Browse activities
          </Link>
        </div>
      )}
    </section>
  );
}

function summary({ counts }: ImportBatchView): string {
  const { imported, duplicate, failed } = counts;
  const parts = [`${formatCount(imported)} ${imported === 1 ? 'file' : 'files'} imported.`];
  if (duplicate > 0) {
    parts.push(`${formatCount(duplicate)} ${duplicate === 1 ? 'duplicate' : 'duplicates'} merged.`);
  }
  if (failed > 0) {
    parts.push(`${formatCount(failed)} ${failed === 1 ? 'file' : 'files'} could not be read.`);
  }
  return parts.join(' ');
}

function pace(batch: ImportBatchView): string {
  const parts: string[] = [];
  if (batch.filesPerSecond !== null && batch.filesPerSecond > 0) {
    parts.push(`${batch.filesPerSecond.toFixed(batch.filesPerSecond < 10 ? 1 : 0)} files a second`);
  }
  if (batch.secondsLeft !== null) parts.push(formatTimeLeft(batch.secondsLeft));
  return parts.join(' · ');
}
