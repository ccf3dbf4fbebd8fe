import type { Asked, Beyond, Understood } from './asked.ts';

/** What no recording of a run holds, by the words for it; the more special stands first. */
const subjects: [Beyond, RegExp][] = [
  [
    'shoes',
    /\b(shoes?|sneakers?|trainers|footwear|vaporfly|alphafly|carbon plated?|hokas?|insoles?)\b/,
  ],
  ['sleep', /\b(sleep\w*|slept|nap|bedtime|insomnia)\b/],
  ['heart rate variability', /\bhrv\b|\bheart ?rate variability\b|\brmssd\b/],
  [
    'resting heart rate',
    /\bresting\b.*\b(heart|hr|pulse|rate)\b|\brhr\b|\bmorning (heart rate|pulse|hr)\b/,
  ],
  [
    'oxygen uptake',
    /\bvo ?2( ?max)?\b(?!.*\b(paces?|intervals?|sessions?|workouts?)\b)|\boxygen uptake\b/,
  ],
  [
    'weather',
    /\b(weather|forecast (for|on) |rain\w*|(the |summer )heat|snow\w*|wind|windy|humid\w*|storm\w*|sunny|degrees|sunrise|sunset)\b|\bhow (hot|cold|warm)\b|\b(too|so) (hot|cold|icy|warm)\b|\btemperature\b/,
  ],
  [
    'food',
    /\b(eat|eating|ate|food|nutrition|diet|drink|drinking|hydrat\w+|gels?|fuel\w*|caffeine|coffee|beer|alcohol|supplements?|protein|carbs?|water|breakfast|lunch|dinner|electrolytes?|salt|creatine|fasted|calories|kcal|calorie)\b/,
  ],
  [
    'weight',
    /\b(weigh|weight|bmi|body ?fat|lose (some )?(fat|kilos?|pounds?|lbs)|kilos|skinny)\b(?<!lift weight)/,
  ],
  [
    'strength',
    /\b(strength|gym|weights|lifting|squats?|planks?|core|stretch\w*|yoga|pilates|foam roll\w*|massage|mobility|plyo\w*|cross ?train\w*)\b/,
  ],
  [
    'body',
    /\b(stride length|ground contact|vertical (oscillation|ratio)|running form|foot ?strike|pronat\w+|blood|lactate (level|reading)|spo2|breath\w* rate|respiration|sweat( rate)?|running technique|gct)\b/,
  ],
  ['power', /\b(power|watts?|ftp)\b/],
  ['stress', /\b(stress(ed)?|mood|motivat\w+|mental\w*|anxi\w+)\b(?!ful)/],
  [
    'other people',
    /\b(compar\w+|faster|slower|fitter|better|than|how|who|rank\w*|against|where)\b.*\b(other (people|runners|athletes|users)|others|friends?|wife|husband|partner|brother|sister|people my age|my age( group)?|average (runner|person|man|woman|guy)|than average$|most runners|everyone|everybody|kipchoge|leaderboard)\b/,
  ],
  [
    'other sports',
    /\b(cycl\w+|bike|biked|biking|rides?|riding|swim\w*|swam|triathlon|rowing|hik(e|ed|ing)|walk(s|ed)?|skiing)\b(?<!run walk)/,
  ],
  [
    'route',
    /\bwhere (did|do|should|can|could|was|am|shall) (i|we) (run|go|jog|train|running|start|race)\b|\b(routes?|trails? near|near me|loop near)\b/,
  ],
  [
    'gear',
    /\b(which|what|best|buy|new|recommend|get)\b.*\b(watch|watches|strap|headphones|shorts|socks|jacket|vest|treadmill)\b/,
  ],
  [
    'races',
    /\b(any|which|find|upcoming|what) (\w+ )?races?\b.*\b(near|should i (enter|do)|coming up|around|local|this (weekend|spring|summer))\b|\bwhen is (the|my) .*\b(marathon|race|parkrun)\b|\benter (a|the) race\b/,
  ],
  ['steps', /\b(steps?)\b(?!.*\b(per|rate|frequency|a) ?(min\w*)?\b)/],
  [
    'world',
    /\b(who (won|is|was|holds?|invented)|world record|world champion\w*|olympics?|capital of|president|joke|poem|song|recipe|football|world cup|bitcoin|movie|mount everest|how tall|^translate|write (me )?(a|an) (poem|story|song|email)|stock|what time is it|what day is it|news)\b/,
  ],
];

/** These are about running even so: "race weight" is not, "how heavy was the load" is. */
const EXCEPT =
  /\bsteps? (per|rate|a|frequency)\b|\bsimilar\b|\b(runs?|ones?|others) like\b|\bweight(ed|ing)\b|\bi (told|noted|mentioned|said)\b|\byou (know|remember)\b/;

/** Something that is in no recording. */
export function elsewhere({ text }: Asked): Understood | undefined {
  if (EXCEPT.test(text)) return undefined;
  const beyond = subjects.find(([, pattern]) => pattern.test(text))?.[0];
  return beyond === undefined ? undefined : { about: 'elsewhere', beyond };
}
