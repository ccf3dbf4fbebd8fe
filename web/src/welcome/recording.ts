/** A file to send, read only when its turn comes: a dropped archive of thousands must not fill the memory. */
export type Recording = { name: string; bytes: number; open: () => Promise<Blob> };

export function isRecordingName(name: string): boolean {
  const base = name.split('/').at(-1) ?? name;
  // `._run.fit` is a resource fork which macOS puts into archives beside the real file.
  return !base.startsWith('.') && /\.(fit|gpx|tcx)(\.gz)?$/i.test(base);
}

export function isArchiveName(name: string): boolean {
  return /\.zip$/i.test(name);
}
