import { readZip } from './read-zip.ts';
import { isArchiveName, isRecordingName, type Recording } from './recording.ts';

export type Collected = { recordings: Recording[]; ignored: number; problems: string[] };

/** Keeps recordings, opens archives, and counts what is neither (photos and spreadsheets of an export). */
export async function collectRecordings(files: readonly File[]): Promise<Collected> {
  const collected: Collected = { recordings: [], ignored: 0, problems: [] };
  for (const file of files) {
    if (isRecordingName(file.name)) {
      collected.recordings.push({
        name: file.name,
        bytes: file.size,
        open: () => Promise.resolve(file),
      });
    } else if (isArchiveName(file.name)) await addArchive(collected, file);
    else collected.ignored += 1;
  }
  return collected;
}

async function addArchive(collected: Collected, archive: File): Promise<void> {
  try {
    for (const entry of await readZip(archive)) {
      if (isRecordingName(entry.name)) {
        collected.recordings.push({ ...entry, name: entry.name.split('/').at(-1) ?? entry.name });
      } else collected.ignored += 1;
    }
  } catch (error) {
    collected.problems.push(
      `${archive.name}: ${error instanceof Error ? error.message : 'could not be opened.'}`,
    );
  }
}

/** Files of a drop, folders included. Entries must be taken before the first await: the list is emptied after. */
export async function filesOfDrop(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  if (entries.length === 0) return [...transfer.files];
  const files: File[] = [];
  for (const entry of entries) await walk(entry, files);
  return files;
}

async function walk(entry: FileSystemEntry, into: File[]): Promise<void> {
  if (isFileEntry(entry)) {
    into.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
    return;
  }
  if (!isDirectoryEntry(entry)) return;
  const reader = entry.createReader();
  // Chromium hands out at most 100 entries a call; an empty answer means the end.
  for (;;) {
    const page = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (page.length === 0) return;
    for (const child of page) await walk(child, into);
  }
}

function isFileEntry(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectoryEntry(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
