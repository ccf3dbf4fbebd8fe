import { z } from 'zod';
import { DistanceUnits, Id, Instant, TimeZone } from './primitives.ts';

export const passwordRules = { minLength: 15, maxLength: 128 } as const;

const Email = z.string().trim().toLowerCase().max(254).pipe(z.email('is not an e-mail address'));
/** Only the outer bounds: strength is judged by core-api, so that the answer can name the rule. */
const Password = z.string().min(1).max(1024);
const DisplayName = z.string().trim().min(1).max(80);

export const SignUp = z.object({
  email: Email,
  password: Password,
  displayName: DisplayName,
  inviteCode: z.string().trim().max(64).optional(),
  timeZone: TimeZone.default('UTC'),
  units: DistanceUnits.default('km'),
});
export type SignUp = z.infer<typeof SignUp>;

export const LogIn = z.object({ email: Email, password: Password });
export type LogIn = z.infer<typeof LogIn>;

export const ChangePassword = z.object({ currentPassword: Password, newPassword: Password });

export const UpdateProfile = z
  .object({
    displayName: DisplayName,
    timeZone: TimeZone,
    units: DistanceUnits,
    birthYear: z.number().int().min(1900).max(2100).nullable(),
    sex: z.enum(['female', 'male']).nullable(),
    maxHeartRate: z.number().int().min(100).max(240).nullable(),
    restingHeartRate: z.number().int().min(25).max(110).nullable(),
  })
  .partial();
export type UpdateProfile = z.infer<typeof UpdateProfile>;

export const Role = z.enum(['athlete', 'owner']);
export type Role = z.infer<typeof Role>;

export const AthleteView = z.object({
  id: Id,
  email: z.string(),
  displayName: z.string(),
  timeZone: z.string(),
  units: DistanceUnits,
  birthYear: z.number().nullable(),
  sex: z.enum(['female', 'male']).nullable(),
  maxHeartRate: z.number().nullable(),
  restingHeartRate: z.number().nullable(),
  roles: z.array(Role),
  createdAt: Instant,
});
export type AthleteView = z.infer<typeof AthleteView>;

/** Answer of sign-up, log-in and refresh; the tokens themselves travel only in HttpOnly cookies. */
export const SessionStarted = z.object({
  athlete: AthleteView,
  /** When the access token ends; the web app refreshes shortly before. */
  accessExpiresAt: Instant,
});
export type SessionStarted = z.infer<typeof SessionStarted>;

export const SessionView = z.object({
  id: Id,
  current: z.boolean(),
  device: z.string(),
  createdAt: Instant,
  lastSeenAt: Instant,
});
export const SessionList = z.object({ sessions: z.array(SessionView) });
export type SessionView = z.infer<typeof SessionView>;

export const SignUpMode = z.enum(['open', 'invite', 'closed']);
export type SignUpMode = z.infer<typeof SignUpMode>;

/** What the sign-in page must know before anybody is signed in. */
export const AuthOptions = z.object({
  signUp: SignUpMode,
  passwordMinLength: z.number(),
  passwordMaxLength: z.number(),
});
export type AuthOptions = z.infer<typeof AuthOptions>;

/** What an athlete may agree to, and take back at any time. */
export const ConsentPurpose = z.enum(['model_processing']);
export type ConsentPurpose = z.infer<typeof ConsentPurpose>;

export const ConsentView = z.object({
  purpose: ConsentPurpose,
  granted: z.boolean(),
  /** When it was last given or withdrawn; null when it never was. */
  changedAt: Instant.nullable(),
});
export type ConsentView = z.infer<typeof ConsentView>;
export const ConsentList = z.object({ consents: z.array(ConsentView) });
export type ConsentList = z.infer<typeof ConsentList>;
export const ChangeConsent = z.object({ purpose: ConsentPurpose, granted: z.boolean() });
export type ChangeConsent = z.infer<typeof ChangeConsent>;
