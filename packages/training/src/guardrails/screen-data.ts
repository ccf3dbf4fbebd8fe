import {
  GUARDRAIL_POLICIES,
  TRIGGER_ORDER,
  type GuardrailFinding,
  type GuardrailTrigger,
} from './triggers.ts';

export type ReportedSymptom =
  | 'chest_pain'
  | 'fainting'
  | 'severe_breathlessness'
  | 'irregular_heartbeat'
  | 'stroke_signs'
  | 'swollen_calf_and_breathless'
  | 'confusion_in_heat'
  | 'fever'
  | 'chest_cough'
  | 'covid'
  | 'myocarditis'
  | 'recent_surgery'
  | 'self_harm'
  | 'purging'
  | 'fear_of_weight_gain'
  | 'low_testosterone_signs'
  | 'bleeding'
  | 'contractions'
  | 'fluid_loss'
  | 'persistent_dizziness';

const DRUG_CLASSES = [
  'beta_blocker',
  'ivabradine',
  'anticoagulant',
  'insulin_or_sulfonylurea',
  'stimulant',
  'nsaid',
  'fluoroquinolone',
] as const;

export type DrugClass = (typeof DRUG_CLASSES)[number];

/** What a check-in, a profile or the athlete's records say; absent means unknown, and nothing is concluded from it. */
export type GuardrailData = {
  ageYears?: number | null;
  symptoms?: readonly ReportedSymptom[];
  pain?: {
    /** 0–10. */
    level: number;
    changesGait: boolean;
    atNightOrRest: boolean;
    /** On bone and in one spot. */
    focalOnBone: boolean;
    site: 'groin' | 'hip' | 'other';
  } | null;
  heightM?: number | null;
  /** Body mass in kg by civil day number, any order. */
  weights?: readonly { day: number; kg: number }[];
  monthsWithoutPeriod?: number | null;
  boneStressInjuries?: readonly { site: 'hip' | 'pelvis' | 'sacrum' | 'other' }[];
  pregnant?: boolean | null;
  weeksPostpartum?: number | null;
  drugs?: readonly DrugClass[];
  /** Wet-bulb globe temperature in °C where the athlete is about to run. */
  wbgtC?: number | null;
  trend?: {
    weeksOfFallingPerformance: number;
    moodOrSleepWorse: boolean;
    restingHeartRateChanged: boolean;
  } | null;
};

const SYMPTOM_TRIGGERS: Record<ReportedSymptom, GuardrailTrigger> = {
  chest_pain: 'emergency',
  fainting: 'emergency',
  severe_breathlessness: 'emergency',
  irregular_heartbeat: 'emergency',
  stroke_signs: 'emergency',
  swollen_calf_and_breathless: 'emergency',
  confusion_in_heat: 'heat_illness',
  fever: 'illness',
  chest_cough: 'illness',
  covid: 'illness',
  myocarditis: 'illness',
  recent_surgery: 'illness',
  self_harm: 'self_harm',
  purging: 'low_energy',
  fear_of_weight_gain: 'low_energy',
  low_testosterone_signs: 'low_energy',
  bleeding: 'pregnancy',
  contractions: 'pregnancy',
  fluid_loss: 'pregnancy',
  persistent_dizziness: 'pregnancy',
};

const MIN_BMI = 18.5;
/** More than this share of body mass within this many days is rapid (policy). */
const RAPID_LOSS = 0.05;
const RAPID_DAYS = 31;
/** Upper limit of the ACSM table: beyond it running is cancelled for everyone. */
const WBGT_CANCEL_C = 32.2;

/**
 * The same trigger table over data: check-ins, profile, records. Deterministic, order fixed, one finding per rule; numbers that are not
 * finite or not believable are treated as unknown. BMI < 18.5, rapid loss and two falling weeks are policy, the rest as science.md §11
 * (IOC REDs 2023, ACSM 2007). Adults only for BMI.
 */
export function screenData(data: GuardrailData): GuardrailFinding[] {
  const rules: [GuardrailTrigger, string][] = [
    ...[...new Set(data.symptoms ?? [])].flatMap(symptomRule),
    ...painRules(data.pain),
    ...energyRules(data),
    ...stageRules(data),
    ...drugRules(data.drugs ?? []),
    ...loadRules(data),
  ];
  return rules
    .map(([trigger, rule]): GuardrailFinding => ({
      trigger,
      action: GUARDRAIL_POLICIES[trigger].action,
      rule,
      source: 'data',
      strength: 'act',
    }))
    .sort(
      (a, b) =>
        TRIGGER_ORDER.indexOf(a.trigger) - TRIGGER_ORDER.indexOf(b.trigger) ||
        (a.rule < b.rule ? -1 : 1),
    );
}

function symptomRule(symptom: ReportedSymptom): [GuardrailTrigger, string][] {
  const trigger: GuardrailTrigger | undefined = SYMPTOM_TRIGGERS[symptom];
  return trigger ? [[trigger, symptom]] : [];
}

function painRules(pain: GuardrailData['pain']): [GuardrailTrigger, string][] {
  if (!pain || !(pain.level > 0)) return [];
  const rules: [GuardrailTrigger, string][] = [];
  if (pain.focalOnBone) rules.push(['bone_or_gait_pain', 'focal_bone_pain']);
  if (pain.atNightOrRest) rules.push(['bone_or_gait_pain', 'night_or_rest_pain']);
  if (pain.changesGait) rules.push(['bone_or_gait_pain', 'gait_changed']);
  if (pain.level > 3 && pain.level <= 10) rules.push(['bone_or_gait_pain', 'pain_above_3']);
  if (pain.site === 'groin' || pain.site === 'hip')
    rules.push(['bone_or_gait_pain', 'groin_or_hip']);
  return rules;
}

function energyRules(data: GuardrailData): [GuardrailTrigger, string][] {
  const rules: [GuardrailTrigger, string][] = [];
  const weights = (data.weights ?? [])
    .filter(({ day, kg }) => Number.isFinite(day) && kg >= 25 && kg <= 300)
    .toSorted((a, b) => a.day - b.day);
  const latest = weights.at(-1);
  const height = data.heightM ?? NaN;
  const adult = !(typeof data.ageYears === 'number' && data.ageYears < 18);
  if (latest && height >= 1.2 && height <= 2.4 && adult && latest.kg / height ** 2 < MIN_BMI)
    rules.push(['low_energy', 'bmi_below_18_5']);
  const before = weights.filter(({ day }) => latest && day >= latest.day - RAPID_DAYS);
  const heaviest = Math.max(...before.map(({ kg }) => kg));
  if (latest && (heaviest - latest.kg) / heaviest > RAPID_LOSS)
    rules.push(['low_energy', 'rapid_weight_loss']);
  if ((data.monthsWithoutPeriod ?? 0) >= 3 && !data.pregnant)
    rules.push(['low_energy', 'periods_missed']);
  const injuries = data.boneStressInjuries ?? [];
  if (injuries.length >= 2 || injuries.some(({ site }) => site !== 'other'))
    rules.push(['low_energy', 'bone_stress_injuries']);
  return rules;
}

function stageRules(data: GuardrailData): [GuardrailTrigger, string][] {
  const rules: [GuardrailTrigger, string][] = [];
  const age = data.ageYears ?? NaN;
  if (age >= 0 && age < 18) rules.push(['minor', 'under_18']);
  if (data.pregnant) rules.push(['pregnancy', 'pregnant']);
  const weeks = data.weeksPostpartum ?? NaN;
  if (weeks >= 0 && weeks < 12) rules.push(['pregnancy', 'postpartum']);
  return rules;
}

/** From the fixed list, so that no other text can end up in a finding. */
function drugRules(drugs: readonly DrugClass[]): [GuardrailTrigger, string][] {
  return DRUG_CLASSES.filter((drug) => drugs.includes(drug)).map((drug) => ['medication', drug]);
}

function loadRules({ trend, wbgtC }: GuardrailData): [GuardrailTrigger, string][] {
  const rules: [GuardrailTrigger, string][] = [];
  const wbgt = wbgtC ?? NaN;
  if (wbgt > WBGT_CANCEL_C && wbgt < 60) rules.push(['heat_illness', 'wbgt_cancel']);
  if (
    trend &&
    trend.weeksOfFallingPerformance >= 2 &&
    trend.moodOrSleepWorse &&
    trend.restingHeartRateChanged
  )
    rules.push(['overreaching', 'falling_performance']);
  return rules;
}
