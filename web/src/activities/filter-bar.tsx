import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useUnits } from '../shell/use-athlete.ts';
import { Button } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { kindWords, sportWords } from '../ui/words.ts';
import { type FilterName, filterNames } from './activity-filters.ts';

const TYPING_MS = 250;

/** Filters live in the address, so a filtered list can be shared, reloaded and gone back to. */
export function FilterBar() {
  const [params, setParams] = useSearchParams();
  const units = useUnits();
  const behindButton = filterNames.filter((name) => name !== 'text' && params.has(name));
  const [open, setOpen] = useState(behindButton.length > 0);

  function put(name: FilterName, value: string): void {
    setParams(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  }

  function field(name: FilterName) {
    return {
      value: params.get(name) ?? '',
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
        put(name, event.target.value),
    };
  }

  return (
    <search className="mb-4 block">
      <div className="flex gap-3">
        <SearchBox value={params.get('text') ?? ''} onChange={(text) => put('text', text)} />
        <Button
          look="quiet"
          aria-expanded={open}
          aria-controls="filters"
          onClick={() => setOpen(!open)}
        >
          <Icon name="filter" />
          <span>
            Filter{behindButton.length > 0 && <b aria-label=" in use"> · {behindButton.length}</b>}
          </span>
        </Button>
      </div>
      <div
        id="filters"
        hidden={!open}
        className="mt-3 grid grid-cols-2 gap-3 rounded-card border border-line bg-surface p-4 md:grid-cols-5"
      >
        <div className="col-span-2 md:col-span-1">
          <SelectField label="Type" {...field('type')}>
            <option value="">Everything</option>
            <optgroup label="Runs">
              {Object.entries(kindWords)
                .filter(([kind]) => kind !== 'other' && kind !== 'unknown')
                .map(([kind, words]) => (
                  <option key={kind} value={kind}>
                    {words}
                  </option>
                ))}
              <option value="sport:run">All runs</option>
            </optgroup>
            <optgroup label="Other sports">
              {Object.entries(sportWords)
                .filter(([sport]) => sport !== 'run')
                .map(([sport, words]) => (
                  <option key={sport} value={`sport:${sport}`}>
                    {words}
                  </option>
                ))}
            </optgroup>
          </SelectField>
        </div>
        <TextField label="From" type="date" {...field('from')} />
        <TextField label="To" type="date" {...field('to')} />
        <TextField label={`From ${units}`} inputMode="decimal" {...field('min')} />
        <TextField label={`To ${units}`} inputMode="decimal" {...field('max')} />
        {behindButton.length > 0 && (
          <Button
            look="plain"
            className="col-span-2 md:col-span-5 md:justify-self-start"
            onClick={() => setParams({}, { replace: true })}
          >
            Clear the filters
          </Button>
        )}
      </div>
    </search>
  );
}

/** Types freely and settles: a letter does not wait for the list, and the list does not run after each letter. */
function SearchBox({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const [typed, setTyped] = useState(value);
  const settled = useRef(value);
  const report = useRef(onChange);
  useEffect(() => {
    report.current = onChange;
  });
  // The address changed without typing (back, "clear"): show what it says.
  useEffect(() => {
    if (value === settled.current) return;
    settled.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => {
    if (typed === settled.current) return undefined;
    const timer = setTimeout(() => {
      settled.current = typed;
      report.current(typed);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  return (
    <div className="relative min-w-0 flex-1">
      <Icon
        name="search"
        className="pointer-events-none absolute top-1/2 left-3 size-5 -translate-y-1/2 text-muted"
      />
      <input
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        placeholder="Search by name"
        aria-label="Search activities"
        maxLength={100}
        className="min-h-11 w-full rounded-xl border border-line-strong bg-surface pr-3 pl-10 text-base placeholder:text-muted"
      />
    </div>
  );
}
