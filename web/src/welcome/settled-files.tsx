import type { ImportBatchView } from '@evensplit/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { uploadFilesQuery } from '../api/queries.ts';
import { Button } from '../ui/button.tsx';
import { formatCount } from '../ui/format.ts';
import { Bars, Failure } from '../ui/notice.tsx';

/** Why files failed or were merged, one line each; fetched when somebody asks. */
export function SettledFiles({
  batch,
  state,
  count,
  shown = false,
}: {
  batch: ImportBatchView;
  state: 'failed' | 'duplicate';
  count: number;
  /** Open from the start: few enough to be read without asking. */
  shown?: boolean;
}) {
  const [open, setOpen] = useState(shown);
  const files = useInfiniteQuery({ ...uploadFilesQuery(batch.id, state), enabled: open });
  const what =
    state === 'failed'
      ? `${formatCount(count)} could not be read: why`
      : `${formatCount(count)} merged: with what`;
  return (
    <details
      className="mt-2 border-t border-line pt-1"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="min-h-11 cursor-pointer content-center font-semibold">{what}</summary>
      {files.isError ? (
        <Failure error={files.error} retry={() => void files.refetch()} />
      ) : files.isPending ? (
        <Bars rows={3} />
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {files.data.pages
            .flatMap((page) => page.files)
            .map((file) => (
              <li key={file.id} className="py-2 text-[0.9375rem]">
                <span className="block font-medium break-all">{file.name}</span>
                <span className="text-muted">
                  {file.reason ?? 'No reason was recorded.'}{' '}
                  {file.activityIds[0] && (
                    <Link
                      className="font-semibold text-accent underline"
                      to={`/activities/${file.activityIds[0]}`}
                    >
                      Open the run
                    </Link>
                  )}
                </span>
              </li>
            ))}
        </ul>
      )}
      {files.hasNextPage && (
        <Button look="plain" onClick={() => void files.fetchNextPage()}>
          Show more
        </Button>
      )}
    </details>
  );
}
