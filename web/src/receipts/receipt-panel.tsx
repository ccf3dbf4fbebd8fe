import { type Fact, renderFact, renderRange } from '@evensplit/contracts';
import { Dialog } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { Link } from 'react-router';
import { useUnits } from '../shell/use-athlete.ts';
import { formatCivilDate } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { lanesSentence, methodWords, qualityWords, subjectWords } from './fact-words.ts';
import { ReceiptRuns } from './receipt-runs.tsx';
import { workingsLine } from './workings-line.ts';

/** A side panel on a laptop, a bottom sheet on a phone: what a value is and what it rests on. */
export function ReceiptPanel({ fact, onClose }: { fact: Fact | null; onClose: () => void }) {
  const opener = useRef<Element | null>(null);
  return (
    <Dialog.Root open={fact !== null} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content
          data-testid="receipt-panel"
          data-edge="surface"
          aria-describedby={undefined}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (opener.current instanceof HTMLElement)
              opener.current.focus({ preventScroll: true });
          }}
          className="sheet fixed inset-x-0 bottom-0 z-50 max-h-[85dvh] overflow-y-auto overscroll-contain rounded-t-3xl bg-surface p-6 pb-[calc(1.5rem+env(safe-area-inset-bottom))] shadow-2xl md:inset-y-0 md:right-0 md:left-auto md:max-h-none md:w-[26rem] md:rounded-none md:border-l md:border-line"
        >
          {fact && <Receipt fact={fact} />}
          <Dialog.Close
            className="absolute top-4 right-4 grid size-11 place-items-center rounded-full text-muted hover:bg-sunken"
            aria-label="Close receipt"
          >
            <Icon name="close" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Receipt({ fact }: { fact: Fact }) {
  const units = useUnits();
  const range = renderRange(fact, units);
  const workings = workingsLine(fact, units);
  const quality = qualityWords(fact.quality);
  const subject = subjectWords(fact.subject, (date) => formatCivilDate(date));
  return (
    <>
      <p className="pr-12 text-sm text-muted">Receipt{subject ? ` · ${subject}` : ''}</p>
      <Dialog.Title className="mt-1 pr-12 text-lg font-semibold">{fact.label}</Dialog.Title>
      <p
        className={fact.unit === 'note' ? 'mt-2 text-xl break-words' : 'figure mt-2 text-5xl'}
        data-testid="receipt-value"
      >
        {renderFact(fact, units)}
      </p>
      {range && <p className="mt-1 text-muted">Likely between {range.replace('–', ' and ')}</p>}

      {fact.flags.length > 0 && (
        <ul className="mt-4 flex flex-col gap-2">
          {fact.flags.map((flag) => (
            <li
              key={flag}
              className="flex gap-2 rounded-xl bg-warn-soft px-3 py-2 text-sm text-warn"
            >
              <Icon name="warning" className="mt-0.5 size-4" />
              <span className="block first-letter:uppercase">{flag}</span>
            </li>
          ))}
        </ul>
      )}

      <dl className="mt-6 flex flex-col divide-y divide-line border-y border-line">
        <Line term="How sure">
          {quality.title}. {quality.meaning}
        </Line>
        {fact.arithmetic && (
          <Line term={fact.unit === 'note' ? 'Dates' : 'Arithmetic'}>{fact.arithmetic}</Line>
        )}
        {workings && <Line term="Worked out from">{workings}</Line>}
        <Line term="Method">{methodWords(fact.method)}</Line>
        {fact.lanes.length > 0 && <Line term="Data from">{lanesSentence(fact.lanes)}</Line>}
        <Line term="Technical name">
          <span className="inline-block break-all">{fact.metric}</span>
        </Line>
      </dl>
      {fact.unit === 'note' ? <NotePlace /> : <ReceiptRuns key={fact.id} fact={fact} />}
    </>
  );
}

/** Where what the athlete said can be read, changed and deleted. */
function NotePlace() {
  return (
    <p className="mt-6">
      <Link to="/settings/memory" className="font-semibold text-accent underline">
        What your coach remembers
      </Link>
    </p>
  );
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="py-3">
      <dt className="eyebrow">{term}</dt>
      <dd className="mt-0.5 text-[0.9375rem] first-letter:uppercase">{children}</dd>
    </div>
  );
}
