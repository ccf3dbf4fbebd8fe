/** A bar of the browser that slides away is smaller than this; a keyboard is not. */
const LEAST_PX = 120;

export function keyboardInset(
  layoutHeight: number,
  seen: { height: number; offsetTop: number; scale: number },
): number {
  // Zooming in also makes the seen part smaller, and moves nothing out of reach.
  if (seen.scale > 1.01) return 0;
  const hidden = Math.round(layoutHeight - seen.height - seen.offsetTop);
  return hidden >= LEAST_PX ? hidden : 0;
}
