import { AppError } from '../app-error.ts';
import type { Actor } from '../auth/actor.ts';
import type { ControlPoll } from '../auth/control-poll.ts';

const MAX_MESSAGES_PER_S = 10;

/**
 * Asked before each message of a socket, because a socket outlives its token: throws `session_ended` (and hangs up)
 * once the session is over, and `rate_limited` above ten messages a second.
 */
export function gateMessages(
  deps: { control: Pick<ControlPoll, 'isRevoked'> },
  socket: { disconnect(close: boolean): unknown },
  actor: Actor,
): () => void {
  let windowStart = 0;
  let messages = 0;
  return () => {
    if (deps.control.isRevoked(actor.sessionId)) {
      socket.disconnect(true);
      throw new AppError('session_ended', 'This session has ended: sign in again.');
    }
    const now = performance.now();
    if (now - windowStart >= 1000) {
      windowStart = now;
      messages = 0;
    }
    messages += 1;
    if (messages > MAX_MESSAGES_PER_S)
      throw new AppError('rate_limited', 'Too many messages.', { retryAfterS: 1 });
  };
}
