export type ActivityWriteErrorCode = 'out_of_range' | 'not_a_number' | 'missing' | 'empty';

/** A run that the file format cannot hold: it is refused, because a clipped value would look measured. */
export class ActivityWriteError extends Error {
  readonly code: ActivityWriteErrorCode;
  readonly field: string;

  constructor(code: ActivityWriteErrorCode, field: string, message: string) {
    super(message);
    this.name = 'ActivityWriteError';
    this.code = code;
    this.field = field;
  }
}
