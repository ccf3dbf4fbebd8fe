import { none, type None } from './result.ts';

export type Intensity = 'light' | 'moderate' | 'vigorous';

/** Answers of the questionnaire at sign-up and every 6 months. */
export type ScreeningAnswers = {
  /** Planned, structured activity of moderate intensity, ≥ 30 min on ≥ 3 days a week for the last 3 months. */
  regularlyActive: boolean;
  knownDisease: { heart: boolean; metabolic: boolean; kidney: boolean };
  /** Chest discomfort, breathlessness at rest or mild effort, dizziness or fainting, ankle swelling, palpitations, calf pain when walking, murmur. */
  signsOrSymptoms: boolean;
  /** Told by a clinician to exercise under supervision only. */
  supervisedOnly: boolean;
  intendedIntensity: Intensity;
  /** A clinician has cleared the athlete since the last change of these answers. */
  cleared: boolean;
};

export type Screening = {
  decision: 'clearance_first' | 'no_clearance_needed';
  /** Nothing above this until the decision changes. */
  highestIntensity: Intensity;
  /** Which answers decided, for the athlete to see. */
  because: ('symptoms' | 'known_disease' | 'supervised_only' | 'not_yet_active' | 'cleared')[];
  method: string;
  repeatAfterDays: number;
};

const REPEAT_DAYS = 182;

/**
 * Pre-participation screening: disease, symptoms or a clinician's restriction mean medical clearance first and nothing above easy;
 * otherwise none is needed, and who is not regularly active yet starts at moderate at most. `INVALID_INPUT` when an answer is missing.
 * Source: ACSM 2015 algorithm with PAR-Q+ questions; stricter than ACSM, which lets an active athlete with known disease and no
 * symptoms go on at moderate intensity (science.md §11, policy).
 */
export function screenBeforeTraining(
  answers: ScreeningAnswers,
): Screening | ({ decision: null } & None) {
  if (!isComplete(answers))
    return { decision: null, ...none('INVALID_INPUT', 'an answer is missing') };
  const disease = Object.values(answers.knownDisease).some(Boolean);
  const because: Screening['because'] = [];
  if (answers.signsOrSymptoms) because.push('symptoms');
  if (disease) because.push('known_disease');
  if (answers.supervisedOnly) because.push('supervised_only');
  const decided = { method: 'screening/1', repeatAfterDays: REPEAT_DAYS };
  if (because.length > 0 && !answers.cleared)
    return { decision: 'clearance_first', highestIntensity: 'light', because, ...decided };
  if (because.length > 0) because.push('cleared');
  const open = { decision: 'no_clearance_needed' as const, because, ...decided };
  if (answers.regularlyActive) return { ...open, highestIntensity: answers.intendedIntensity };
  // Cleared or healthy, but new to regular activity: start moderate at most and progress.
  because.push('not_yet_active');
  const vigorous = answers.intendedIntensity === 'vigorous';
  return { ...open, highestIntensity: vigorous ? 'moderate' : answers.intendedIntensity };
}

function isComplete(answers: ScreeningAnswers): boolean {
  const { knownDisease } = answers;
  const booleans = [
    answers.regularlyActive,
    answers.signsOrSymptoms,
    answers.supervisedOnly,
    answers.cleared,
    knownDisease?.heart,
    knownDisease?.metabolic,
    knownDisease?.kidney,
  ];
  const intensities: readonly unknown[] = ['light', 'moderate', 'vigorous'];
  return (
    booleans.every((answer) => typeof answer === 'boolean') &&
    intensities.includes(answers.intendedIntensity)
  );
}
