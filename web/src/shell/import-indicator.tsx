import { Link } from 'react-router';
import { formatCount } from '../ui/format.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { importProgress } from '../welcome/import-progress.ts';
import { useActiveBatchId } from '../welcome/use-active-batch.ts';
import { useUpload } from '../welcome/uploads.ts';
import { useBatch } from '../welcome/use-batch.ts';

/** A running import, wherever the athlete is in the app. */
export function ImportIndicator() {
  const upload = useUpload();
  const batch = useBatch(useActiveBatchId());
  const progress = importProgress(batch, upload);
  if (progress.state === 'none' || progress.state === 'done') return null;
  return (
    <Link
      to="/welcome"
      className="block rounded-xl border border-line bg-surface px-4 py-3 text-sm hover:border-line-strong"
    >
      <span className="mb-2 flex flex-wrap justify-between gap-x-3">
        <span className="font-semibold">{progress.title}</span>
        <span className="text-muted">
          {formatCount(progress.settled)} of {formatCount(progress.total)}
        </span>
      </span>
      <ProgressBar value={progress.settled} max={progress.total} label={progress.title} />
    </Link>
  );
}
