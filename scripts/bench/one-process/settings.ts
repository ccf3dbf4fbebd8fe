/** What the harness is told by whoever starts it, in one variable, because three services share its environment. */
export type OneProcessSettings = {
  databaseUrl: string;
  poolSize: number;
  applicationName: string;
  envs: Record<'core-api' | 'coach' | 'ingest', Record<string, string>>;
};

const NAME = 'ONE_PROCESS';

export function settingsAsEnv(settings: OneProcessSettings): Record<string, string> {
  return { [NAME]: JSON.stringify(settings) };
}

export function readSettings(): OneProcessSettings {
  const text = process.env[NAME];
  if (text === undefined) throw new Error(`set ${NAME}: only the isolation bench starts this`);
  return JSON.parse(text) as OneProcessSettings;
}
