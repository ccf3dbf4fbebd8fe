const chunkLimits = { files: 25, bytes: 20 * 1024 * 1024 } as const;

/** Consecutive groups, each within both limits; a single file above the byte limit travels alone. */
export function planChunks<T extends { bytes: number }>(
  files: readonly T[],
  limits: { files: number; bytes: number } = chunkLimits,
): T[][] {
  const chunks: T[][] = [];
  let chunk: T[] = [];
  let bytes = 0;
  for (const file of files) {
    if (chunk.length > 0 && (chunk.length >= limits.files || bytes + file.bytes > limits.bytes)) {
      chunks.push(chunk);
      chunk = [];
      bytes = 0;
    }
    chunk.push(file);
    bytes += file.bytes;
  }
  if (chunk.length > 0) chunks.push(chunk);
  return chunks;
}
