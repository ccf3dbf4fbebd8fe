import { parseUpArgs } from './stack/parse-up-args.ts';
import { isAlive, readState } from './stack/state-file.ts';

const { dataDir } = parseUpArgs(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
const state = await readState(dataDir);
if (!state) console.log('Evensplit does not run on this data.');
else {
  process.kill(state.pid, 'SIGTERM');
  // Services drain for up to 25 s, then the stores close.
  const deadline = Date.now() + 60_000;
  while (isAlive(state.pid) && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 100));
  console.log(
    isAlive(state.pid)
      ? `Evensplit (process ${state.pid}) does not stop.`
      : 'Evensplit is stopped.',
  );
  if (isAlive(state.pid)) process.exitCode = 1;
}
