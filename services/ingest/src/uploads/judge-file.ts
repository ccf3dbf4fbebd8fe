import { uploadLimits } from '@evensplit/contracts';
import { detectFormat } from '../parse/detect-format.ts';

export type Judgement = { format: string } | { code: string; reason: string };

const GZIP = [0x1f, 0x8b];

/**
 * What the first bytes say, before anything is queued: names and extensions lie. What is inside a gzip only the
 * parser's child may look at.
 */
export function judgeFile(head: Uint8Array, name: string): Judgement {
  if (GZIP.every((byte, i) => head[i] === byte)) return { format: 'gz' };
  const found = detectFormat(head, name);
  return 'format' in found ? { format: found.format } : { code: found.code, reason: found.message };
}

export const tooLarge = {
  code: 'file_too_large',
  reason: `This file is larger than ${uploadLimits.fileBytes / 1024 / 1024} MB. Activity files are far smaller: export the single activity and upload that.`,
};

export const overDailyLimit = {
  code: 'daily_upload_limit',
  reason: `You have reached today's limit of ${uploadLimits.filesPerDay} files or ${uploadLimits.bytesPerDay / 1024 ** 3} GB. Upload this file tomorrow.`,
};
