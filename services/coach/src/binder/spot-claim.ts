import type { ClaimSpot } from './claim-spot.ts';
import { spotClaimAbroad } from './spot-claim-abroad.ts';

const ACTORS = new Set("i we evensplit i've we've i'll we'll i'm we're i'd".split(' '));
const AUXILIARIES = new Set(
  "have has had 've will 'll am are is already just now also went gone ahead and successfully quickly then automatically been go be to going".split(
    ' ',
  ),
);
const CHANGED = new Set(
  (
    'moved rescheduled updated changed adjusted modified swapped shifted cancelled canceled deleted removed added logged saved ' +
    'scheduled booked set created recorded replaced synced sent notified emailed applied submitted shortened ' +
    'extended reduced increased postponed pushed edited amended rearranged reorganised reorganized revised ' +
    'uploaded imported connected disconnected stored registered arranged planned programmed inserted rebuilt'
  ).split(' '),
);
const CHANGING = new Set(
  (
    'moving rescheduling updating changing adjusting modifying swapping shifting cancelling canceling deleting removing adding ' +
    'logging saving scheduling booking setting creating recording entering marking replacing syncing sending applying ' +
    'shortening extending reducing increasing postponing pushing putting'
  ).split(' '),
);
const CHANGE = new Set(
  (
    'move reschedule update change adjust modify swap shift cancel delete remove add log save schedule book set create record ' +
    'enter mark replace sync send notify email remind apply submit shorten extend postpone push put'
  ).split(' '),
);
/** In the passive only what a recording cannot have done: runs are uploaded and logged all the time. */
const CHANGED_PASSIVELY = new Set(
  'moved rescheduled updated changed adjusted modified swapped shifted cancelled canceled deleted removed added scheduled booked postponed edited amended revised replaced created saved'.split(
    ' ',
  ),
);
const THINGS = new Set(
  (
    'plan plans schedule calendar run runs workout workouts session sessions week weeks race goal goals target targets reminder ' +
    'reminders settings profile zones account log diary notes note entry day days training activity activities intervals tempo ' +
    'recovery preferences units rate duplicate duplicates'
  ).split(' '),
);
const LIGHT = new Set('put pulled dropped entered marked placed made'.split(' '));
const KEPT_PLACES = new Set(
  'plan schedule calendar diary notes log profile settings account'.split(' '),
);
const PRONOUNS = new Set(['it', 'that', 'this', 'them', 'everything', 'things', 'those', 'these']);
/** Between the verb and what was changed. */
const FILLERS = new Set(
  'your the a an my our all of this that these those to in on for next last long easy hard rest recovery tempo weekly whole entire new planned upcoming today tomorrow monday tuesday wednesday thursday friday saturday sunday duplicate maximum max resting threshold heart back as and some more extra another one two three'.split(
    ' ',
  ),
);
const SUPPOSED = new Set([
  'if',
  'had',
  'when',
  'whether',
  'unless',
  'suppose',
  'imagine',
  'until',
  'once',
]);
const LONGEST_OBJECT = 8;

/** What the words from here on are. `before` is the sentence so far; `ended` says that no more words follow in it. */
export function spotClaim(
  words: readonly string[],
  before: readonly string[],
  ended: boolean,
): ClaimSpot {
  const first = words[0] ?? '';
  const abroad = spotClaimAbroad(words, before, ended);
  if (abroad.is !== 'no') return abroad;
  if (ACTORS.has(first)) {
    if (SUPPOSED.has(before.at(-1) ?? '')) return { is: 'no' };
    return afterActor(words, first, ended, before.length === 0);
  }
  if (CHANGED.has(first) && isOpening(before)) return object(words, 1, ended, before.length === 0);
  if (/^(?:has|have|is|are|was|were|gets?|got|'s|'ve)$/.test(first) && isAboutThings(before))
    return passive(words, before, ended);
  return { is: 'no' };
}

function afterActor(
  words: readonly string[],
  actor: string,
  ended: boolean,
  opens: boolean,
): ClaimSpot {
  let at = 1;
  const would = actor.endsWith("'d");
  while (at < words.length && AUXILIARIES.has(words[at] ?? '')) at++;
  const verb = words[at];
  if (verb === undefined) return { is: ended ? 'no' : 'open' };
  const said = words.slice(1, at);
  const promises = actor.endsWith("'ll") || said.includes('will') || said.includes('going');
  const acts =
    actor.endsWith("'m") || actor.endsWith("'re") || said.includes('am') || said.includes('are');
  if (would) return { is: 'no' };
  if ((verb === 'remind' || verb === 'notify') && promises) return claim(opens);
  if (LIGHT.has(verb) && !promises) return intoSomething(words.slice(at + 1), ended, opens);
  if (CHANGED.has(verb) && !promises) return object(words, at + 1, ended, opens);
  if (CHANGING.has(verb) && acts) return object(words, at + 1, ended, opens);
  if (CHANGE.has(verb) && promises) return object(words, at + 1, ended, opens);
  if (
    promises ? /^(?:remember|memori[sz]e)$/.test(verb) : /^(?:remembered|memori[sz]ed)$/.test(verb)
  )
    return claim(opens);
  if (promises ? verb === 'note' : verb === 'noted')
    return thatAlone(words.slice(at + 1), ended, opens);
  if ((verb === 'keep' && promises) || (verb === 'keeping' && acts))
    return inMind(words.slice(at + 1), ended, opens);
  if ((verb === 'taken' || verb === 'took') && words[at + 1] === 'care') return claim(opens);
  if (verb === 'done' && PRONOUNS.has(words[at + 1] ?? '')) return claim(opens);
  if ((verb === 'taken' || verb === 'took' || verb === 'done') && words[at + 1] === undefined)
    return { is: ended ? 'no' : 'open' };
  return { is: 'no' };
}

/** "I've noted that", "noted it for you", and not "I noted that your heart rate rose". */
function thatAlone(words: readonly string[], ended: boolean, opens: boolean): ClaimSpot {
  const [what, next] = words;
  if (what === undefined) return { is: ended ? 'no' : 'open' };
  if (!PRONOUNS.has(what)) return { is: 'no' };
  if (next === undefined) return ended ? claim(opens) : { is: 'open' };
  return /^(?:for|in|down|as|now|and|here)$/.test(next) ? claim(opens) : { is: 'no' };
}

/** "I'll keep that in mind", and not "I'll keep it short". */
function inMind(words: readonly string[], ended: boolean, opens: boolean): ClaimSpot {
  if (words.slice(0, LONGEST_OBJECT).includes('mind')) return claim(opens);
  return { is: ended || words.length >= LONGEST_OBJECT ? 'no' : 'open' };
}

/** "I've put it in your calendar", and not "I put the two runs side by side". */
function intoSomething(words: readonly string[], ended: boolean, opens: boolean): ClaimSpot {
  if (words.slice(0, LONGEST_OBJECT).some((word) => KEPT_PLACES.has(word))) return claim(opens);
  return { is: ended || words.length >= LONGEST_OBJECT ? 'no' : 'open' };
}

function object(words: readonly string[], from: number, ended: boolean, opens: boolean): ClaimSpot {
  for (let at = from; at < from + LONGEST_OBJECT; at++) {
    const word = words[at];
    if (word === undefined) return { is: ended ? 'no' : 'open' };
    if (THINGS.has(word.replace(/'s$/, ''))) return claim(opens);
    if (at === from && PRONOUNS.has(word)) {
      const next = words[at + 1];
      if (next === undefined) return ended ? claim(opens) : { is: 'open' };
      if (
        THINGS.has(next) ||
        /^(?:to|for|in|on|into|from|around|up|down|as|with|and|already|now|accordingly|by|a)$/.test(
          next,
        )
      )
        return claim(opens);
      if (FILLERS.has(next)) continue;
      return { is: 'no' };
    }
    if (!FILLERS.has(word.replace(/'s$/, ''))) return { is: 'no' };
  }
  return { is: 'no' };
}

/** "your plan | has been updated" */
function passive(words: readonly string[], before: readonly string[], ended: boolean): ClaimSpot {
  let at = 1;
  while (
    at < words.length &&
    /^(?:been|now|already|just|successfully|all|being)$/.test(words[at] ?? '')
  )
    at++;
  const verb = words[at];
  if (verb === undefined) return { is: ended ? 'no' : 'open' };
  const recent = /^(?:has|have|'s|'ve|gets?|got)$/.test(words[0] ?? '')
    ? words.includes('been') || words[0]?.startsWith('g') === true
    : words.slice(1, at).some((word) => /^(?:now|just|being|already|successfully)$/.test(word));
  const plain =
    /^(?:updated|rescheduled|moved|deleted|cancelled|canceled|saved|adjusted|changed|swapped|modified)$/.test(
      verb,
    );
  if (!CHANGED_PASSIVELY.has(verb) || !(recent || (plain && isPlan(before)))) return { is: 'no' };
  return {
    is: 'claim',
    instead: /^(?:have|are|were|'ve)$/.test(words[0] ?? '') ? 'are unchanged' : 'is unchanged',
  };
}

function claim(opens: boolean): ClaimSpot {
  return { is: 'claim', instead: opens ? 'Nothing has been changed' : 'nothing has been changed' };
}

function isOpening(before: readonly string[]): boolean {
  return (
    before.every((word) =>
      /^(?:done|okay|ok|sure|great|got|it|all|right|yes|perfect|and|also|successfully|have|just)$/.test(
        word,
      ),
    ) && before.length < 4
  );
}

function isPlan(before: readonly string[]): boolean {
  return /^(?:plan|schedule|calendar|goal|target|settings|reminder|training|rate)$/.test(
    before.at(-1) ?? '',
  );
}

function isAboutThings(before: readonly string[]): boolean {
  const last = before.at(-1) ?? '';
  return (
    before.length <= 6 &&
    (THINGS.has(last) || PRONOUNS.has(last) || last === 'changes' || last === 'they')
  );
}
