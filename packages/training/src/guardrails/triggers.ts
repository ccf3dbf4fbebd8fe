/** What a guardrail can be about (science.md §11). */
export type GuardrailTrigger =
  | 'emergency'
  | 'heat_illness'
  | 'illness'
  | 'bone_or_gait_pain'
  | 'low_energy'
  | 'minor'
  | 'pregnancy'
  | 'medication'
  | 'self_harm'
  | 'overreaching';

/** What has to happen, the strongest first. */
export type GuardrailAction =
  | 'crisis_line'
  | 'call_emergency'
  | 'cool_and_call_emergency'
  | 'no_training'
  | 'no_running'
  | 'no_weight_targets'
  | 'no_personal_plan'
  | 'general_information_only'
  | 'ask_doctor_or_pharmacist'
  | 'rest_week';

export type GuardrailPolicy = {
  action: GuardrailAction;
  /** No training content at all while it stands. */
  stopsTraining: boolean;
  /** The plan engine refuses to make or extend a plan. */
  blocksPlan: boolean;
  /** Load may stay or fall, never rise. */
  blocksLoadRise: boolean;
  /** Weight, BMI and calories are neither asked nor shown. */
  hidesBodyMass: boolean;
  /** What lifts it. */
  until: 'medical_clearance' | 'recovery' | 'clinician' | 'adulthood' | 'asked';
};

/** The trigger → action table; the caller turns an action into words for the athlete's country. No diagnosis, no probability. */
export const GUARDRAIL_POLICIES: Record<GuardrailTrigger, GuardrailPolicy> = {
  self_harm: {
    action: 'crisis_line',
    stopsTraining: true,
    blocksPlan: true,
    blocksLoadRise: true,
    hidesBodyMass: true,
    until: 'clinician',
  },
  emergency: {
    action: 'call_emergency',
    stopsTraining: true,
    blocksPlan: true,
    blocksLoadRise: true,
    hidesBodyMass: false,
    until: 'medical_clearance',
  },
  heat_illness: {
    action: 'cool_and_call_emergency',
    stopsTraining: true,
    blocksPlan: true,
    blocksLoadRise: true,
    hidesBodyMass: false,
    until: 'medical_clearance',
  },
  illness: {
    action: 'no_training',
    stopsTraining: true,
    blocksPlan: true,
    blocksLoadRise: true,
    hidesBodyMass: false,
    until: 'recovery',
  },
  bone_or_gait_pain: {
    action: 'no_running',
    stopsTraining: true,
    blocksPlan: true,
    blocksLoadRise: true,
    hidesBodyMass: false,
    until: 'clinician',
  },
  low_energy: {
    action: 'no_weight_targets',
    stopsTraining: false,
    blocksPlan: false,
    blocksLoadRise: true,
    hidesBodyMass: true,
    until: 'clinician',
  },
  minor: {
    action: 'no_personal_plan',
    stopsTraining: false,
    blocksPlan: true,
    blocksLoadRise: true,
    hidesBodyMass: true,
    until: 'adulthood',
  },
  pregnancy: {
    action: 'general_information_only',
    stopsTraining: false,
    blocksPlan: true,
    blocksLoadRise: true,
    hidesBodyMass: true,
    until: 'clinician',
  },
  medication: {
    action: 'ask_doctor_or_pharmacist',
    stopsTraining: false,
    blocksPlan: false,
    blocksLoadRise: false,
    hidesBodyMass: false,
    until: 'asked',
  },
  overreaching: {
    action: 'rest_week',
    stopsTraining: false,
    blocksPlan: false,
    blocksLoadRise: true,
    hidesBodyMass: false,
    until: 'recovery',
  },
};

/** The order in which findings are reported: what cannot wait comes first. */
export const TRIGGER_ORDER = [
  'emergency',
  'self_harm',
  'heat_illness',
  'bone_or_gait_pain',
  'illness',
  'low_energy',
  'pregnancy',
  'minor',
  'medication',
  'overreaching',
] as const satisfies readonly GuardrailTrigger[];

/** A finding never carries the athlete's words: only which rule fired and how it is to be read. */
export type GuardrailFinding = {
  trigger: GuardrailTrigger;
  action: GuardrailAction;
  /** Which line of the table fired, `chest-pain` or `beta-blocker`; a fixed list, safe to record. */
  rule: string;
  source: 'text' | 'data';
  /** `act`: about the athlete now, the policy applies · `inform`: someone else, long ago or a general question; say it, block nothing. */
  strength: 'act' | 'inform';
};
