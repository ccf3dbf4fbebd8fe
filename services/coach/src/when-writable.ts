import { AppError } from '@evensplit/platform/app-error';
import type { ControlPoll } from '@evensplit/platform/auth/control-poll';
import type { RequestHandler } from 'express';

/** Refuses what would write while the operator has switched the installation to read-only. */
export function whenWritable(control: Pick<ControlPoll, 'setting'>): RequestHandler {
  return (_req, _res, next) => {
    if (!isReadOnly(control)) return next();
    next(new AppError('read_only', 'Changes are switched off for maintenance: try again later.'));
  };
}

export function isReadOnly(control: Pick<ControlPoll, 'setting'>): boolean {
  return control.setting('system.readonly') === true;
}
