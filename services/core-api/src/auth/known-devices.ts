import { createHmac, timingSafeEqual } from 'node:crypto';
import type { CoreDb } from '@evensplit/db';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request, Response } from 'express';

export type KnownDevices = {
  remember: (res: Response, athleteId: string) => void;
  /** Whether this browser has been signed in to this address before. */
  isKnown: (req: Request, email: string) => Promise<boolean>;
};

/**
 * A cookie that proves only "this browser has been here": it exempts the owner from the per-address limit on failed
 * log-ins, which would otherwise let anybody lock anybody out.
 */
export function createKnownDevices(options: {
  db: CoreDb;
  secret: string;
  publicUrl: string;
}): KnownDevices {
  const secure = new URL(options.publicUrl).protocol === 'https:';
  const name = secure ? '__Host-es_kd' : 'es_kd';
  const markOf = (athleteId: string) =>
    createHmac('sha256', options.secret).update(`known-device|${athleteId}`).digest('base64url');
  return {
    remember(res, athleteId) {
      res.appendHeader(
        'Set-Cookie',
        stringifySetCookie({
          name,
          value: markOf(athleteId),
          maxAge: 365 * 86_400,
          httpOnly: true,
          secure,
          sameSite: 'lax',
          path: '/',
        }),
      );
    },
    async isKnown(req, email) {
      const mark = parseCookie(req.headers.cookie ?? '')[name];
      if (!mark) return false;
      const athlete = await options.db.athlete.findUnique({
        where: { email },
        select: { id: true },
      });
      if (!athlete) return false;
      const expected = Buffer.from(markOf(athlete.id));
      const given = Buffer.from(mark);
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
  };
}
