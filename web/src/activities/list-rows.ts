import type { ActivityListItem } from '@evensplit/contracts';

export type ListRow =
  | { kind: 'month'; month: string }
  | { kind: 'activity'; activity: ActivityListItem };

/** Activities newest first, with a heading wherever the month changes. */
export function listRows(activities: readonly ActivityListItem[]): ListRow[] {
  const rows: ListRow[] = [];
  let month = '';
  for (const activity of activities) {
    const own = activity.localDate.slice(0, 7);
    if (own !== month) rows.push({ kind: 'month', month: own });
    month = own;
    rows.push({ kind: 'activity', activity });
  }
  return rows;
}

export function rowOffsets(
  rows: readonly ListRow[],
  heights: Record<ListRow['kind'], number>,
): number[] {
  const offsets = [0];
  let top = 0;
  for (const row of rows) {
    top += heights[row.kind];
    offsets.push(top);
  }
  return offsets;
}
