export * from './result.ts';
export * from './civil-date.ts';
export {
  checkStream,
  hasReadings,
  SENSOR_COLUMNS,
  type SensorColumn,
  type Stream,
} from './stream.ts';
export { haversine } from './haversine.ts';
export { movingMask, movingTime, type MovingMask, type MovingRule } from './moving-time.ts';
export {
  BEST_EFFORT_DISTANCES,
  BEST_EFFORT_DURATIONS,
  bestEffortIn,
  bestEffortOver,
  bestEfforts,
  type BestEffort,
  type EffortSurroundings,
} from './best-efforts.ts';
export type { Window } from './fastest-window.ts';
export { CURVE_DURATIONS, meanMaximalSpeed, type CurvePoint } from './speed-curve.ts';
export {
  altitudeAt,
  elevationProfile,
  gradeAt,
  type AltitudeSource,
  type ElevationProfile,
} from './elevation-profile.ts';
export { elevationGain, GAIN_THRESHOLD_M, runElevationGain, type Climb } from './elevation-gain.ts';
export { minettiCost, minettiFactor } from './minetti.ts';
export {
  gapFactor,
  gapFitFactor,
  gradeAdjustedSpeed,
  type Terrain,
} from './grade-adjusted-pace.ts';
