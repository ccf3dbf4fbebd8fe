import type { ControlPoll } from '@evensplit/platform/auth/control-poll';

export type Switches = Pick<ControlPoll, 'setting'>;

/** The emergency brake: uploads are still stored, but nothing is enqueued and the queues stand. */
export function isPaused(control: Switches): boolean {
  return control.setting('system.ingestion_paused') === true || isReadOnly(control);
}

/** Maintenance: workers must not write either. */
export function isReadOnly(control: Switches): boolean {
  return control.setting('system.readonly') === true;
}
