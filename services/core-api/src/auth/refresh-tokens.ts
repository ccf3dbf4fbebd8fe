import { createHash, createHmac, randomBytes } from 'node:crypto';

/** 256 random bits: the first token of a session. */
export function newRefreshToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * The child of a token. Derived, not drawn: twenty tabs that present the same parent at once all get the same child,
 * although the database keeps nothing but hashes.
 */
export function childToken(
  secret: string,
  parent: string,
  sessionId: string,
  counter: number,
): string {
  return createHmac('sha256', secret)
    .update(`${parent}|${sessionId}|${counter}`)
    .digest('base64url');
}

/** What the database keeps of a token. */
export function tokenHash(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest());
}
