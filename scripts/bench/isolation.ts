import { parseArgs } from 'node:util';
import { freePort } from '@evensplit/local-parts/free-port';
import { tempDir } from '@evensplit/local-parts/temp-dir';
import type { DrillContext } from '../drills/drill.ts';
import { runDrill } from '../drills/run-drill.ts';
import { ensureTools } from '../stack/ensure-tools.ts';
import { startStack } from '../stack/start-stack.ts';
import { COACH_NICE, coachLimits, STALLED_ENTRY } from './isolation/arrangement.ts';
import {
  frozenOnly,
  lost,
  stalledOnly,
  stalledThenLost,
  withoutTurns,
} from './isolation/chapters.ts';
import { loseCoaches } from './isolation/gateways.ts';
import {
  compareWithIdle,
  idleOf,
  judgeStates,
  missedStates,
  type Play,
} from './isolation/judge-states.ts';
import { startOneProcess } from './isolation/one-process.ts';
import { playChapters } from './isolation/play.ts';
import { prepareVisitors } from './isolation/prepare-visitors.ts';
import { createScene, type Scene, type SceneOptions } from './isolation/scene.ts';
import { splitOf } from './isolation/split.ts';
import { startPressure } from './isolation/start-pressure.ts';
import { stateNames, type StateName } from './isolation/state-names.ts';
import { printStates, printWhatTheSplitBuys } from './isolation/tables.ts';
import { makePeople } from './people.ts';
import { reportOf, type Report } from './report.ts';

const SECONDS = 20;
/** Its figures are held by no bar and tell orders of magnitude: half of the time is enough. */
const ONE_PROCESS_SHARE = 1 / 2;
/** One process cannot lose the way to itself, and killed it answers as little as frozen. */
const onlySplit: ReadonlySet<StateName> = new Set(['killed', 'dns', 'unreachable']);
/** As long as V8 goes on compiling: a first idle round that is colder than the states would flatter them. */
const WARM_UP_S = 30;
/**
 * A state that misses is measured so often in all, and judged by all of it. Now and then core-api collects its old garbage,
 * and the two to four who sign in just then may wait for 100 to 300 ms: in a round of 20 s they are about one in a hundred.
 */
const PLAYS = 5;
/** Two turns each, the most an athlete may have. */
const PEOPLE = 1000;

type Options = { wanted: StateName[]; seconds: number };

/**
 * What a coach in trouble does to everybody else: signing in, health and home through the gateway in every state the coach
 * can be in, against the same requests when nobody wants the coach, in one run on one machine. The bar is the ratio, never
 * the time. Then the same with all three services in one process.
 */
export function isolationBench(args: string[]): Promise<Report> {
  const options = readOptions(args);
  return runDrill(
    'isolation',
    {
      about:
        'login, health and home while the coach is in trouble, against the same when it is not',
      quick: false,
      run: (context) => run(context, options),
    },
    {},
  );
}

function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: { only: { type: 'string' }, seconds: { type: 'string' } },
  });
  const wanted = values.only?.split(',') ?? stateNames;
  const unknown = wanted.find((name) => !stateNames.some((state) => state === name));
  if (unknown !== undefined)
    throw new Error(`--only takes some of ${stateNames.join(', ')}, not ${unknown}`);
  const seconds = Number(values.seconds ?? SECONDS);
  // A turn lives for two minutes, and 500 of them must outlast three states.
  if (!(seconds >= 1 && seconds <= 25)) throw new Error('--seconds is a number from 1 to 25');
  return { wanted: stateNames.filter((state) => wanted.includes(state)), seconds };
}

async function run(context: DrillContext, { wanted, seconds }: Options): Promise<Report> {
  await ensureTools(['redis-server', 'caddy'], context.say);
  const dir = await tempDir('bench');
  context.later(dir.remove);
  const log = (source: string, line: string) => {
    if (process.env['DRILL_LOG']) console.error(`${source}: ${line}`);
  };
  const stack = await startStack({
    dataDir: dir.path,
    port: await freePort(),
    throwaway: true,
    overrides: { coach: { entry: STALLED_ENTRY, env: coachLimits, nice: COACH_NICE } },
    gatewayEnv: { COACH_MAX_REQUESTS: '4000' },
    log,
  });
  context.later(stack.stop);
  const arrangement = splitOf(stack, (line) => log('coach', line));
  context.later(arrangement.stop);
  const pressure = startPressure();
  context.later(pressure.stop);
  const [visitors, people] = await Promise.all([prepareVisitors(stack), makePeople(stack, PEOPLE)]);
  const given = { context, stack, visitors, people, pressure, wanted };

  const split = createScene({ ...given, arrangement, seconds });
  const coaches = await loseCoaches(context, dir.path, stack);
  await split.warmUp([stack.url, coaches.nameless, coaches.unreachable], WARM_UP_S);
  const chapters = [stalledThenLost, stalledOnly(2000), lost(coaches), withoutTurns];
  await playChapters(split, chapters);
  const scenes = [split];
  let doubtful = missedStates(playsOf(scenes));
  while (doubtful.length > 0 && scenes.length < PLAYS) {
    context.say(`measured again: ${doubtful.join(', ')}`);
    const again = createScene({ ...given, arrangement, seconds, wanted: doubtful });
    scenes.push(again);
    await playChapters(again, chapters);
    doubtful = missedStates(playsOf(scenes));
  }
  const alone = wanted.filter((state) => !onlySplit.has(state));
  const one =
    alone.length > 0
      ? await measureOneProcess(
          { ...given, wanted: alone },
          { dir: dir.path, seconds, log, split: arrangement },
        )
      : undefined;

  const plays = playsOf(scenes);
  printStates(plays);
  if (one) printWhatTheSplitBuys(plays, [one.rounds]);
  return reportOf('isolation', [...judgeStates(plays), ...scenes.flatMap(({ proofs }) => proofs)], {
    roundS: seconds,
    split: figuresOf(scenes),
    ...(one ? { oneProcess: { ...figuresOf([one]), proofs: one.proofs } } : {}),
  });
}

/** The three services go away first: they would share the machine with the process that stands for all of them. */
async function measureOneProcess(
  given: Omit<SceneOptions, 'arrangement' | 'seconds'>,
  options: {
    dir: string;
    seconds: number;
    log: (source: string, line: string) => void;
    split: { stop: () => Promise<void> };
  },
): Promise<Scene> {
  const { context, stack } = given;
  await options.split.stop();
  await Promise.all([stack.services['core-api'].stop(), stack.services.ingest.stop()]);
  const arrangement = await startOneProcess(context, {
    dir: options.dir,
    stack,
    log: (line) => options.log('one-process', line),
  });
  context.say('now all three services in one process');
  const scene = createScene({
    ...given,
    arrangement,
    seconds: options.seconds * ONE_PROCESS_SHARE,
  });
  await scene.warmUp([arrangement.url], WARM_UP_S);
  await playChapters(scene, [stalledOnly(500), stalledOnly(2000), withoutTurns]);
  // Last, because nothing can be asked of it afterwards.
  if (scene.wanted.includes('frozen')) await frozenOnly.play(scene);
  await scene.pressure.act('quiet');
  return scene;
}

function playsOf(scenes: readonly Scene[]): Play[] {
  return scenes.map(({ rounds }) => rounds);
}

function figuresOf(scenes: readonly Scene[]): Record<string, unknown> {
  const plays = playsOf(scenes);
  const cores = plays.flat().flatMap((round) => round.cores ?? []);
  return {
    idle: idleOf(plays),
    // Above a few tenths these figures tell of other work on the machine, and the bars with them.
    otherWorkCores: Math.max(...cores.map(({ others }) => others)),
    // Of the rounds that count: above a few hundredths they tell of other machines on the host.
    stolenCores: Math.max(...cores.map(({ stolen }) => stolen)),
    states: Object.fromEntries(
      compareWithIdle(plays).map(({ state, figures, cores: used }) => {
        const clients = scenes.flatMap(({ coachClients }) => coachClients[state] ?? []);
        return [state, { ...figures, cores: used, coachClients: clients }];
      }),
    ),
  };
}
