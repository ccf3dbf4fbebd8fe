/** Training's reason codes as the beginning of a sentence an athlete can read; the detail follows where it helps. */
const reasons: Record<string, string> = {
  MISSING_INPUT: 'Something it needs was not recorded',
  INVALID_INPUT: 'The recorded values cannot be used',
  OUT_OF_RANGE: 'The run lies outside what the method is made for',
  TOO_SHORT: 'The run is too short for it',
  TOO_FEW: 'There is not enough data yet',
  TOO_OLD: 'What it would rest on is too old',
  LOW_COVERAGE: 'The recording has too many gaps',
  UNRELIABLE_SENSOR: 'The sensor cannot be trusted here',
  NOT_STEADY: 'The run was not steady enough for it',
  NO_VARIATION: 'The values do not vary',
  NOT_APPLICABLE: 'It does not apply to this run',
  RED_FLAG: 'Safety comes first here',
};

export function reasonInWords(reason: string | null, detail: string | null): string {
  const start = reasons[reason ?? ''] ?? 'It could not be computed';
  return detail ? `${start}: ${detail}.` : `${start}.`;
}

const flags: Record<string, string> = {
  interrupted: 'a pause or a gap lies inside it',
  'net-drop': 'the course falls more than a metre per kilometre',
  'net-drop-unknown': 'whether the course falls is not known',
  'gps-distance': 'the distance comes from GPS, which tends to read long',
  stale: 'the run it starts from is more than twelve weeks old',
  'warming-up': 'less than six weeks of history: still settling',
  'likely-fast': 'probably faster than you can hold',
  'likely-optimistic': 'probably optimistic',
  'no-mileage': 'weekly mileage is not known',
  interpolated: 'interpolated between two distances',
};

export function flagInWords(flag: string): string {
  return flags[flag] ?? flag.replaceAll(/[-_]/g, ' ');
}
