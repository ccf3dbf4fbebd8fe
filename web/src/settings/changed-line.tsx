import type { SettingView } from '@evensplit/contracts';
import { formatAgo } from '../ui/format.ts';

/** Who reads a switch wants to know since when and why it stands as it does. */
export function ChangedLine({ setting }: { setting: SettingView | undefined }) {
  if (!setting?.changedAt) return null;
  return (
    <p className="mt-3 text-sm text-muted">
      Changed {formatAgo(setting.changedAt)}
      {setting.reason && `: ${setting.reason}`}
    </p>
  );
}
