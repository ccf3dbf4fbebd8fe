import { z } from 'zod';
import { SignUpMode } from './identity.ts';
import { Id, Instant } from './primitives.ts';

/** Settings an owner may change while everything runs; each is read by the control poll within 5 s. */
export const systemSettings = {
  'auth.signup': SignUpMode,
  'system.ingestion_paused': z.boolean(),
  'system.readonly': z.boolean(),
  'coach.llm': z.boolean(),
  'coach.provider.openai': z.boolean(),
  'coach.provider.gemini': z.boolean(),
} as const;
export type SystemSettingKey = keyof typeof systemSettings;

export const ChangeSetting = z.object({
  value: z.unknown(),
  reason: z.string().trim().min(3).max(500),
});

export const SettingView = z.object({
  key: z.string(),
  value: z.unknown(),
  reason: z.string(),
  changedAt: Instant.nullable(),
});
export const SettingList = z.object({ settings: z.array(SettingView) });
export type SettingView = z.infer<typeof SettingView>;

export const NewInvite = z.object({
  note: z.string().trim().max(120).default(''),
  expiresInDays: z.number().int().min(1).max(90).default(14),
});
/** The code is shown once, in the answer to its creation; only its hash is kept. */
export const InviteCreated = z.object({ id: Id, code: z.string(), expiresAt: Instant });
export const InviteView = z.object({
  id: Id,
  note: z.string(),
  state: z.enum(['open', 'used', 'expired', 'revoked']),
  createdAt: Instant,
  expiresAt: Instant,
});
export const InviteList = z.object({ invites: z.array(InviteView) });
export type InviteView = z.infer<typeof InviteView>;
