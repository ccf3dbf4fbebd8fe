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
export { MILE_M, HALF_MARATHON_M, MARATHON_M } from './distances.ts';
export { oxygenCost, oxygenFraction } from './oxygen-power.ts';
export {
  paceIndex,
  raceTimeForIndex,
  equivalentTime,
  speedAtIndexShare,
  type Performance,
} from './pace-index.ts';
export {
  trainingPace,
  trainingPaces,
  type TrainingPaces,
  type TrainingZone,
} from './training-paces.ts';
export { timeOffFactor } from './time-off.ts';
export { effortRefusal, type RaceEffort } from './race-effort.ts';
export { currentPaceIndex, type CurrentPaceIndex } from './current-pace-index.ts';
export { riegel, personalExponent, RIEGEL_EXPONENT } from './riegel.ts';
export { cameron } from './cameron.ts';
export { vickersOneRace, vickersTwoRaces } from './vickers-vertosick.ts';
export { tanda } from './tanda.ts';
export { predictRace, type RacePrediction } from './predict-race.ts';
export type { ModelTime, TrainingBlock } from './race-models.ts';
export {
  thresholdPaceFromIndex,
  thresholdPaceFromEffort,
  type ThresholdPace,
} from './threshold-pace.ts';
export { median, medianAbsoluteDeviation } from './median.ts';
export { ageGrade, interpolateFactor, type AgeGrade, type Sex } from './age-grade.ts';
export type { HeartRateProfile } from './heart-rate-profile.ts';
export { heartRateTime, type HeartRateTime } from './heart-rate-time.ts';
export { steadyTrimp, trimp, trimpPerMinute, type TrimpVariant } from './trimp.ts';
export { edwards, edwardsFromMinutes } from './edwards.ts';
export { sessionRpe } from './session-rpe.ts';
export { paceLoad } from './pace-load.ts';
export { heartRateLoad, heartRateReserveLoad } from './heart-rate-load.ts';
export {
  longestWithoutSpike,
  sessionSpike,
  SPIKE_HAZARD,
  type SessionSpike,
  type SpikeBand,
} from './session-spike.ts';
export { trainingMonotony, type Monotony } from './training-monotony.ts';
export { acuteChronic } from './acute-chronic.ts';
export {
  chooseLoadMethod,
  fitLoadConversion,
  LOAD_METHODS,
  type LoadAvailability,
  type LoadConversion,
  type LoadMethod,
} from './load-method.ts';
export { ewma, LONG_TERM_DAYS, RECENT_DAYS, type AlphaVariant } from './load-ewma.ts';
export {
  dailyLoads,
  medianLoadPerHour,
  type DailyLoads,
  type DayLoad,
  type RunLoad,
} from './daily-loads.ts';
export {
  appendDay,
  correctDay,
  loadCurve,
  loadOn,
  rampPercentile,
  stepLoad,
  type LoadAverages,
  type LoadCurve,
  type LoadCurveOptions,
  type LoadOnDay,
} from './load-curve.ts';
export { pearson, spearman } from './correlation.ts';
export { effectiveN, lagOneAutocorrelation } from './effective-n.ts';
export { fisherInterval, pairsForCorrelation } from './fisher-interval.ts';
export { blockBootstrap, type DayPair } from './block-bootstrap.ts';
export { circularShiftP } from './circular-shift-p.ts';
export { benjaminiHochberg, type FalseDiscoveryControl } from './benjamini-hochberg.ts';
export { theilSen } from './theil-sen.ts';
export { judgeChange, typicalError, type ChangeVerdict } from './typical-error.ts';
export { rmssd, type Rmssd } from './rmssd.ts';
export { hrvBand, type HrvBand } from './hrv-band.ts';
export {
  hrvSignal,
  restingHeartRateSignal,
  sleepSignal,
  type Night,
  type SignalReading,
  type SignalState,
} from './readiness-signals.ts';
export { checkInSignal, type CheckIn } from './check-in.ts';
export {
  readiness,
  type Readiness,
  type ReadinessInput,
  type ReadinessRule,
  type ReadinessState,
} from './readiness.ts';
export { detrend, type DailySeries } from './daily-series.ts';
export {
  HYPOTHESES,
  HYPOTHESES_VERSION,
  type Hypothesis,
  type InsightSeries,
} from './insight-hypotheses.ts';
export { insights, type Insight, type InsightGap, type InsightInput } from './insights.ts';
export { sensorChecks, type SensorChecks } from './sensor-checks.ts';
export { heartRateZone, RUN_ZONES, type RunZone, type ZoneEstimate } from './heart-rate-zones.ts';
export { paceZone } from './pace-zones.ts';
export { timeInHeartRateZones, timeInPaceZones, type TimeInZone } from './time-in-zone.ts';
export {
  observedMaxHeartRate,
  sessionPeakHeartRate,
  type SessionPeak,
} from './observed-max-heart-rate.ts';
export { cardiacCost, efficiency } from './efficiency.ts';
export { decouplingBetween } from './decoupling.ts';
export { durabilityRatio, type Durability, type DurabilityBand } from './durability.ts';
export type { Split, SplitShape } from './splits.ts';
export type { Intervals, Lap, Repetition } from './interval-detection.ts';
export {
  classifyRun,
  type Classification,
  type ClassEvidence,
  type ClassifyInput,
  type RunClass,
} from './classify-run.ts';
export { RUN_METRICS, type RunMetric, type RunMetrics } from './run-metrics.ts';
export { analyseRun, type RunAnalysis, type RunContext } from './analyse-run.ts';
export { lttb, minMax } from './downsample.ts';
export type { RecentRun } from './recent-training.ts';
export {
  suggestToday,
  type Because,
  type TodayInput,
  type TodaySession,
  type TodaySuggestion,
} from './today.ts';
export type { RawColumn } from './clean-time.ts';
export { cleanStream, type CleaningReport, type RawStream } from './clean-stream.ts';
export { resampleStream } from './resample-stream.ts';
export { simplifyRoute } from './simplify-route.ts';
export {
  criticalSpeed,
  criticalSpeedEfforts,
  type CriticalSpeed,
  type MaximalEffort,
} from './critical-speed.ts';
export { maxHeartRateByAge } from './max-heart-rate-by-age.ts';
export { karvonen } from './karvonen.ts';
export { thresholdHeartRateFromTest } from './threshold-heart-rate.ts';
export { compareRuns, type RunComparison, type RunSummary } from './compare-runs.ts';
export { dewPoint, simplifiedWbgt, wetBulb } from './humidity.ts';
export { elyTopMen, hadleySlowdown, mantziosSlowdown } from './heat-slowdown.ts';
export { acsmAction, heatGuard, type HeatAction, type HeatGuard } from './heat-guard.ts';
export { aerobicPowerAtAltitude } from './altitude-effect.ts';
export { aeroCost, type AeroCost } from './aero-cost.ts';
export { screenText } from './guardrails/screen-text.ts';
export {
  GUARDRAIL_POLICIES,
  TRIGGER_ORDER,
  type GuardrailAction,
  type GuardrailFinding,
  type GuardrailPolicy,
  type GuardrailTrigger,
} from './guardrails/triggers.ts';
export {
  screenData,
  type DrugClass,
  type GuardrailData,
  type ReportedSymptom,
} from './guardrails/screen-data.ts';
export {
  screenBeforeTraining,
  type Intensity,
  type Screening,
  type ScreeningAnswers,
} from './screening.ts';
export { displayed, type Displayed } from './display-digits.ts';
export { planVolumeCurve, type PlanCurve, type PlanCurveInput } from './plan/plan-volume-curve.ts';
export { buildPlan } from './plan/build-plan.ts';
export type { PlanRefusal } from './plan/feasibility.ts';
export { GOAL_DISTANCES, GOALS, type GoalDistance, type Level } from './plan/goal-table.ts';
export {
  PLAN_CAUTIONS,
  PLAN_RED_FLAGS,
  type Interruption,
  type PlanFlag,
  type PlanInput,
  type PlanPaces,
} from './plan/plan-input.ts';
export type {
  LongRunRule,
  PhaseSpan,
  Plan,
  PlanAlternative,
  PlannedSession,
  PlanWarning,
  PlanWeek,
  VolumeRule,
} from './plan/plan.ts';
export type { Segment, Step, Target, Zone } from './plan/step.ts';
export type { Phase } from './plan/phases.ts';
export { civilDate, mondayOf, weekdayOf, type Weekday } from './plan/calendar-day.ts';
export { returnAfterBreak, type BreakReturn } from './plan/breaks.ts';
export type { WorkoutId } from './plan/workout-library.ts';
export { adapt, adaptPlan, type Adaptation } from './plan/adapt/adapt-plan.ts';
export {
  ADAPT_RULES,
  type AdaptCalendar,
  type AdaptFact,
  type AdaptReason,
  type CompletedRun,
  type PlanChange,
  type RefusedMove,
} from './plan/adapt/adaptation.ts';
