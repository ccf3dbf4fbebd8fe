/** One measured value held against its limit; `bar` reads "value ≤ bar" unless the name says otherwise. */
export type Bar = { name: string; value: number; bar: number; ok: boolean };

/** What every bench and drill ends with: readable lines before, one JSON object on the last line. */
export type Report = { name: string; ok: boolean; bars: Bar[] } & Record<string, unknown>;

export function atMost(name: string, value: number, bar: number): Bar {
  return { name, value: rounded(value), bar: rounded(bar), ok: value <= bar };
}

export function exactly(name: string, value: number, bar: number): Bar {
  return { name, value: rounded(value), bar: rounded(bar), ok: value === bar };
}

export function reportOf(name: string, bars: Bar[], more: Record<string, unknown> = {}): Report {
  return { name, ok: bars.every((bar) => bar.ok), bars, ...more };
}

export function printReport(report: Report): void {
  printBars(report);
  console.log(JSON.stringify(report));
}

export function printBars(report: Report): void {
  console.log('');
  for (const bar of report.bars)
    console.log(
      `${bar.ok ? 'ok    ' : 'MISSED'}  ${bar.name.padEnd(44)} ${bar.value}  (bar ${bar.bar})`,
    );
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
