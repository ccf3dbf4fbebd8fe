import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { type Column, readableRange } from './chart-series.ts';

export type ChartPanel = {
  key: string;
  values: Column;
  /** Faster is up: a smaller number of minutes stands higher. */
  reversed: boolean;
  leastSpan: number;
  increments: number[] | null;
  stroke: string;
  fill: string | null;
  formatTick: (value: number) => string;
};

export type ChartColors = { muted: string; line: string; band: string; ink: string };

export type DrawnCharts = {
  setCursor: (index: number | null) => void;
  destroy: () => void;
};

/**
 * One plot per panel over a common horizontal axis. The cursor is ours to share: whichever plot the pointer is over
 * reports the sample, and every plot shows it.
 */
export function drawCharts(
  frames: readonly HTMLElement[],
  x: readonly number[],
  panels: readonly ChartPanel[],
  options: {
    colors: ChartColors;
    formatX: (value: number) => string;
    band: [from: number, to: number] | null;
    onCursor: (index: number | null) => void;
  },
): DrawnCharts {
  const { colors, band } = options;
  const font = '12px Archivo, ui-sans-serif, system-ui, sans-serif';
  const plots = panels.map((panel, order) => {
    const frame = frames[order];
    if (!frame) throw new Error('a chart needs a place to stand');
    const last = order === panels.length - 1;
    const plot = new uPlot(
      {
        ...sizeOf(frame),
        padding: [8, 8, last ? 0 : 4, 0],
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false }, points: { size: 8 } },
        scales: {
          x: { time: false, range: (_plot, low, high) => [low, high] },
          y: { range: readableRange(panel.values, panel.leastSpan), dir: panel.reversed ? -1 : 1 },
        },
        axes: [
          {
            show: last,
            font,
            stroke: colors.muted,
            grid: { show: false },
            ticks: { show: false },
            size: 28,
            space: 70,
            values: (_plot, ticks) => ticks.map(options.formatX),
          },
          {
            font,
            stroke: colors.muted,
            grid: { stroke: colors.line, width: 1 },
            ticks: { show: false },
            size: 46,
            gap: 6,
            space: 34,
            ...(panel.increments ? { incrs: panel.increments } : {}),
            values: (_plot, ticks) => ticks.map(panel.formatTick),
          },
        ],
        series: [
          {},
          {
            stroke: panel.stroke,
            width: 1.75,
            points: { show: false },
            spanGaps: false,
            ...(panel.fill ? { fill: panel.fill } : {}),
          },
        ],
        hooks: {
          drawClear: [(drawn) => shadeBand(drawn, band, colors.band)],
          // Our own moves are made without hooks, so this is always the athlete's pointer.
          setCursor: [(drawn) => options.onCursor(drawn.cursor.idx ?? null)],
        },
      },
      [x as number[], panel.values],
      frame,
    );
    return plot;
  });

  const observer = new ResizeObserver(() => {
    plots.forEach((plot, order) => {
      const frame = frames[order];
      if (frame) plot.setSize(sizeOf(frame));
    });
  });
  if (frames[0]) observer.observe(frames[0]);

  return {
    setCursor(index) {
      const at = index === null ? undefined : x[index];
      for (const plot of plots) {
        const left = at === undefined ? -10 : plot.valToPos(at, 'x');
        if (Math.abs((plot.cursor.left ?? -10) - left) > 0.5)
          plot.setCursor({ left, top: 0 }, false);
      }
    },
    destroy() {
      observer.disconnect();
      for (const plot of plots) plot.destroy();
    },
  };
}

function sizeOf(frame: HTMLElement): { width: number; height: number } {
  return { width: Math.max(120, frame.clientWidth), height: frame.clientHeight };
}

function shadeBand(plot: uPlot, band: [number, number] | null, color: string): void {
  if (!band) return;
  const from = plot.valToPos(band[0], 'x', true);
  const to = plot.valToPos(band[1], 'x', true);
  plot.ctx.save();
  plot.ctx.fillStyle = color;
  plot.ctx.fillRect(from, plot.bbox.top, Math.max(2, to - from), plot.bbox.height);
  plot.ctx.restore();
}
