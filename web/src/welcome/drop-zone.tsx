import { type ChangeEvent, type DragEvent, useRef, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { formatCount } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { collectRecordings, filesOfDrop } from './collect-recordings.ts';
import { uploader } from './uploads.ts';

const ACCEPT = '.fit,.gpx,.tcx,.gz,.zip';
/** Phones have no folders to pick. */
const picksFolders =
  'webkitdirectory' in HTMLInputElement.prototype && window.matchMedia('(pointer: fine)').matches;

export function DropZone() {
  const [over, setOver] = useState(false);
  const [looking, setLooking] = useState(false);
  const [notes, setNotes] = useState<string[]>([]);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);

  async function take(pending: Promise<File[]>): Promise<void> {
    setLooking(true);
    try {
      const { recordings, ignored, problems } = await collectRecordings(await pending);
      setNotes(notesOf(recordings.length, ignored, problems));
      void uploader.add(recordings);
    } catch {
      setNotes(['These files could not be read from your device.']);
    } finally {
      setLooking(false);
    }
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    void take(filesOfDrop(event.dataTransfer));
  }

  function pick(event: ChangeEvent<HTMLInputElement>): void {
    const picked = [...(event.target.files ?? [])];
    event.target.value = '';
    if (picked.length > 0) void take(Promise.resolve(picked));
  }

  return (
    <section
      aria-label="Add files"
      data-testid="drop-zone"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`flex min-h-64 flex-col items-center justify-center gap-4 rounded-card border-2 border-dashed p-6 text-center transition-colors ${
        over ? 'border-accent bg-accent-soft' : 'border-line-strong/70 bg-surface'
      }`}
    >
      <span className="grid size-14 place-items-center rounded-full bg-accent-soft text-accent-strong">
        <Icon name="add" className="size-7" />
      </span>
      <p className="text-lg font-semibold">
        {looking
          ? 'Looking through your files…'
          : picksFolders
            ? 'Drop files, a folder or an export archive here'
            : 'Choose files or an export archive'}
      </p>
      <div className="flex flex-wrap justify-center gap-3">
        <Button onClick={() => files.current?.click()}>
          <Icon name="file" />
          Choose files
        </Button>
        {picksFolders && (
          <Button look="quiet" onClick={() => folder.current?.click()}>
            <Icon name="folder" />
            Choose a folder
          </Button>
        )}
      </div>
      <input
        ref={files}
        type="file"
        multiple
        accept={ACCEPT}
        onChange={pick}
        className="sr-only"
        tabIndex={-1}
        aria-label="Files to add"
        data-testid="file-input"
      />
      <input
        ref={folder}
        type="file"
        multiple
        onChange={pick}
        className="sr-only"
        tabIndex={-1}
        aria-label="Folder to add"
        {...{ webkitdirectory: '' }}
      />
      <div role="status" className="text-sm text-muted">
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
    </section>
  );
}

function notesOf(found: number, ignored: number, problems: string[]): string[] {
  const notes = [...problems];
  if (found === 0) notes.push('No FIT, GPX or TCX recordings were found in there.');
  else if (ignored > 0) {
    notes.push(
      `${formatCount(found)} recordings found; ${formatCount(ignored)} other files were left out.`,
    );
  }
  return notes;
}
