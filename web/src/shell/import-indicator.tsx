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
      <span className="mb-2 flex justify-between gap-2 font-semibold">
        <span>{progress.title}</span>
        <span>
          {formatCount(progress.settled)} of {formatCount(progress.total)}
        </span>
      </span>
      <ProgressBar value={progress.settled} max={progress.total} label={progress.title} />
    </Link>
  );
}
