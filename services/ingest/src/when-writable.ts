import { AppError } from '@evensplit/platform/app-error';
import type { RequestHandler } from 'express';
import { isReadOnly, type Switches } from './switches.ts';

/** Refuses what would write while the operator has switched the installation to read-only. */
export function whenWritable(control: Switches): RequestHandler {
  return (_req, _res, next) => {
    if (!isReadOnly(control)) return next();
    next(new AppError('read_only', 'Changes are switched off for maintenance: try again later.'));
  };
}
