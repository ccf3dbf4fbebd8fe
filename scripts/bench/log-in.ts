/** The status of a try to sign in, 0 without an answer. */
export async function logIn(
  url: string,
  email: string,
  password: string,
  patienceMs: number,
): Promise<number> {
  try {
    const answer = await fetch(new URL('/v1/auth/login', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
      signal: AbortSignal.timeout(patienceMs),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}
