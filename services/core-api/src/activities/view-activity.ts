import { RunKind, Sport, type ActivityListItem } from '@evensplit/contracts';
import type { Activity } from '@evensplit/db';

export function viewListItem(row: Activity): ActivityListItem {
  return {
    id: row.id,
    name: row.name,
    sport: Sport.catch('other').parse(row.sport),
    kind: RunKind.catch('unknown').parse(row.kind),
    startedAt: row.startedAt.toISOString(),
    localDate: row.localDate.toISOString().slice(0, 10),
    distanceM: row.distanceM,
    movingS: row.movingS,
    elapsedS: row.elapsedS,
    avgHeartRate: row.avgHeartRate,
    ascentM: row.ascentM,
    load: row.load,
    hasRoute: row.hasRoute,
  };
}
