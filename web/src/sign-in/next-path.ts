/** Where to go after signing in. Only paths of this app: "//evil.example" and "/\evil" are other origins. */
export function nextPath(next: string | null): string {
  if (!next || !/^\/(?![/\\])/.test(next)) return '/';
  return next;
}
