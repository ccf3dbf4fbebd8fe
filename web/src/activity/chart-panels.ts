import {
  type ActivityStreams,
  type DistanceUnits,
  renderDuration,
  renderPace,
} from '@evensplit/contracts';
import { type Column, movingMean, paceColumn } from './chart-series.ts';

export type PanelDefinition = {
  key: 'pace' | 'heart-rate' | 'elevation';
  title: string;
  unit: string;
  values: Column;
  reversed: boolean;
  leastSpan: number;
  /** Distances between ticks that a reader of this unit counts in. */
  increments: number[] | null;
  color: '--accent' | '--heart' | '--climb';
  filled: boolean;
  formatTick: (value: number) => string;
  formatValue: (value: number) => string;
};

const PER_KM = { km: 1, mi: 1.609344 } as const;
const FEET = 0.3048;

/** The panels a recording can fill, in reading order. What was not measured is left to the page to say. */
export function chartPanels(streams: ActivityStreams, units: DistanceUnits): PanelDefinition[] {
  const panels: PanelDefinition[] = [];
  const pace = paceColumn(streams);
  if (pace) {
    panels.push({
      key: 'pace',
      title: 'Pace',
      unit: `min/${units}`,
      // Ticks fall on round values only if the axis itself is in the athlete's units.
      values: pace.map((value) => (value === null ? null : value * PER_KM[units])),
      reversed: true,
      leastSpan: 40,
      increments: [5, 10, 15, 30, 60, 120, 300, 600],
      color: '--accent',
      filled: false,
      formatTick: renderDuration,
      formatValue: (value) => renderPace(value / PER_KM[units], units),
    });
  }
  const heartRate = streams.columns.heartRate;
  if (heartRate?.some((value) => value !== null)) {
    panels.push({
      key: 'heart-rate',
      title: 'Heart rate',
      unit: 'bpm',
      values: heartRate,
      reversed: false,
      leastSpan: 20,
      increments: null,
      color: '--heart',
      filled: false,
      formatTick: String,
      formatValue: (value) => `${Math.round(value)} bpm`,
    });
  }
  const altitude = streams.columns.altitudeM;
  if (altitude?.some((value) => value !== null)) {
    const scale = units === 'km' ? 1 : FEET;
    const unit = units === 'km' ? 'm' : 'ft';
    panels.push({
      key: 'elevation',
      title: 'Elevation',
      unit,
      values: movingMean(streams.timeS, altitude, 10).map((value) =>
        value === null ? null : value / scale,
      ),
      reversed: false,
      leastSpan: 30 / scale,
      increments: null,
      color: '--climb',
      filled: true,
      formatTick: String,
      formatValue: (value) => `${Math.round(value)} ${unit}`,
    });
  }
  return panels;
}
