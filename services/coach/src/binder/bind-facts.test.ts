import { describe, expect, it } from '@jest/globals';
import { aTurn, bindWhole } from '../../test/bound-text.ts';

/** A fact's id, and ways to write it. */
const spellings: [fact: string, phrases: string[]][] = [
  [
    'dist',
    [
      '12.38 km',
      '12.4 km',
      '12 km',
      '12.38km',
      '12.4km',
      '12,38 km',
      '12,4 km',
      '12.4 kilometres',
      '12.4 kilometers',
      '12.4 kms',
      '12k',
      '12 K',
      '12.4-km',
      '12-kilometre',
      '12,380 m',
      '12 380 m',
      "12'380 m",
      '12380 metres',
      '12,400 m',
      '12.380 m',
      '7.69 miles',
      '7.7 mi',
      '7.7 miles',
      '8 miles',
      '7.7-mile',
      'twelve kilometres',
      'twelve-kilometre',
      'twelve km',
      'twelve point four kilometres',
      'twelve point three eight km',
      'about 12 km',
      'roughly 12.5 km',
      'nearly 13 km',
      'over 12 km',
      '~12 km',
      '≈ 12.4 km',
      '**12.4 km**',
      '**12.4** km',
      '12.4 **km**',
      '_12_ km',
      '`12.4 km`',
      '12·4 km',
      '12 k m',
      'eight miles',
      '13,539 yards',
      '40,617 ft',
      'a dozen kilometres',
      'XII km',
    ],
  ],
  [
    'moving',
    [
      '1:02:05',
      '1:02',
      '1 h 2 min',
      '1h 2min',
      '1h02',
      '1 h 2 min 5 s',
      '1 hour 2 minutes',
      '1 hour and 2 minutes',
      '62 minutes',
      '62 min',
      '62.1 min',
      '62:05',
      '3725 s',
      '3,725 seconds',
      'an hour and two minutes',
      'one hour and two minutes',
      'one hour two minutes',
      'sixty-two minutes',
      'sixty two minutes',
      '62-minute',

      'about 62 minutes',
      "62'05",
      '1.03 hours',
    ],
  ],
  [
    'pace',
    [
      '5:01/km',
      '5:01 /km',
      '5:01 per km',
      '5:01 min/km',
      '5:01 min per km',
      '5:01 per kilometre',
      '5:01 a kilometre',
      '5:00/km',
      "5'01/km",
      '5\'01" per km',
      '5′01″/km',
      '8:04/mi',
      '8:04 per mile',
      '8:04 a mile',
      '8:04 min/mile',
      '5 min 1 s per km',
      '5 minutes 1 second per kilometre',
      '5 minutes per km',
      'five minutes a kilometre',
      '5.02 min/km',
      '301 s/km',
      '12.0 km/h',
      '11.96 km/h',
      '12 kph',
      '7.43 mph',
      '7.4 miles per hour',
      '12 kilometres per hour',
      '3.32 m/s',
      '3.3 metres per second',
      'five oh one per km',
      '5:01 / km',
    ],
  ],
  [
    'hr',
    [
      '152 bpm',
      '151.6 bpm',
      '151 bpm',
      '152 beats per minute',
      '152 beats a minute',
      '152 beats/min',
      '152 beats',
      '152bpm',
      '152-bpm',
      'a hundred and fifty-two beats per minute',
      'one hundred fifty-two bpm',
      'one fifty-two bpm',
      'about 150 bpm',
      '152 b p m',
    ],
  ],
  ['cad', ['182 spm', '182 steps per minute', '182 steps/min', '182 steps a minute']],
  [
    'climb',
    [
      '124 m',
      '124 metres',
      '124m',
      '407 ft',
      '407 feet',
      'about 120 m',
      'one hundred and twenty-four metres',
    ],
  ],
  ['power', ['287 W', '287 watts', '287W']],
  [
    'temp',
    [
      '17 °C',
      '17°C',
      '17 °',
      '17.2 °C',
      '17 degrees',
      '17 degrees Celsius',
      '63 °F',
      '63 degrees Fahrenheit',
    ],
  ],
  [
    'eff',
    ['1.34 m/beat', '1.34 metres per beat', '1.34 m per heartbeat', '1.3 metres a beat', '1.34'],
  ],
  ['drift', ['5.5 bpm/h', '5.5 bpm per hour', '5.5 beats per minute per hour']],
  [
    'dec',
    [
      '6.4 %',
      '6.4%',
      '6.4 percent',
      '6.4 per cent',
      '6 %',
      '6,4 %',
      '+6.4 %',
      'six percent',
      'six point four percent',
    ],
  ],
  ['split', ['2.3 %', '-2.3 %', '−2.3 %', '−2.3%', 'minus 2.3 percent', '2 %']],
  ['dur', ['0.94', '94 %', '94 percent', '.94']],
  [
    'wdist',
    ['42.3 km', '42 km', '42,300 m', '26.3 miles', '42.3km', 'forty-two kilometres', 'about 42 km'],
  ],
  [
    'wtime',
    [
      '3:52:00',
      '3 h 52 min',
      '3h52',
      '3h 52m',
      '232 minutes',
      '3 hours 52 minutes',
      'three hours and fifty-two minutes',
    ],
  ],
  ['wruns', ['4 runs', 'four runs', '4 sessions', 'four workouts', 'four outings']],
  ['wload', ['260', '260 points', 'two hundred and sixty']],
  ['lt', ['48.2', '48', 'forty-eight']],
  ['bal', ['-13.6', '−13.6', '−14', 'minus 14', '-14']],
  ['index', ['46.1', '46']],
  ['p5', ['21:05', '21 minutes 5 seconds', 'twenty-one minutes', '1265 seconds']],
  ['p10', ['43:50', '43 min 50 s', '43m50s', '44 minutes']],
  ['since', ['3 days', 'three days']],
  ['streak', ['6 days', 'six days', 'six-day']],
  ['year', ['121 runs', 'a hundred and twenty-one runs']],
  ['ttime', ['48 minutes', '48:00', '48 min']],
];

/** Without a unit, a whole number needs a word that says what it is. */
const cues: Record<string, string> = {
  lt: 'long-term load',
  wload: 'load of the week',
  bal: 'balance',
  index: 'index',
};

describe('a number that a fact says becomes that fact', () => {
  const cases = spellings.flatMap(([fact, phrases]) => phrases.map((phrase) => [phrase, fact]));

  it.each(cases)('%s', (phrase, fact) => {
    const cue = cues[fact] ?? 'value';
    const { shown, struck } = bindWhole(`That day the ${cue} was ${phrase}, I see.`);
    expect(struck).toEqual([]);
    expect(shown.replaceAll(/[*_`~≈]/g, '')).toMatch(
      new RegExp(
        `^That day the ${cue} was (?:(?:about|roughly|nearly|over|more than) ?)? ?‹${fact}›, I see\\.$`,
      ),
    );
  });

  it.each([
    ['It should be 42:50–44:50.', 'It should be ‹p10…›.'],
    ['Somewhere between 42:50 and 44:50 is likely.', 'Somewhere ‹p10…› is likely.'],
    ['From 20:40 to 21:30 for 5 km.', '‹p5…› for 5 km.'],
    ['Keep it to 8–10 km.', 'Keep it to ‹tdist…›.'],
    ['Keep it to 8 to 10 km today.', 'Keep it to ‹tdist…› today.'],
    ['Keep it to 8-10 kilometres.', 'Keep it to ‹tdist…›.'],
    ['Run 5 to 6 miles.', 'Run ‹tdist…›.'],
    ['At least 8 km then.', 'At least ‹tdist…› then.'],
    ['The laps went from 5:01/km to 4:48/km.', 'The laps went from ‹pace› to ‹lap3›.'],
    ['Your pace was 5:01.', 'Your pace was ‹pace›.'],
    ['You averaged 152 and peaked at 176 bpm.', 'You averaged ‹hr› and peaked at ‹hrmax›.'],
    ['Heart rate: 152 average, 176 max.', 'Heart rate: ‹hr› average, ‹hrmax› max.'],
    ['You ran 12.4, 16.1 and 18.2 km.', 'You ran ‹dist›, ‹wlong› and ‹long30›.'],
    [
      'Your balance is −13.6 and your long-term load 48.',
      'Your balance is ‹bal› and your long-term load ‹lt›.',
    ],
    ['A 12.4 km run in an easy week.', 'A ‹dist› run in an easy week.'],
    ['A 12.4-km run.', 'A ‹dist› run.'],
    ['You did four runs, two of them hard.', 'You did ‹wruns›, two (‹hard›) of them hard.'],
    ['It cost you 71 load points.', 'It cost you ‹load›.'],
    [
      'Compared with 2025, when you did 121 runs, you do more.',
      'Compared with 2025, when you did ‹year›, you do more.',
    ],
    ['You did two hard runs.', 'You did two hard runs (‹hard›).'],
    ['You ran hard twice in the last 7 days.', 'You ran hard twice (‹hard›) in the last 7 days.'],
    ['You were out four times.', 'You were out four times (‹wruns›).'],
    ['You covered 12.4 in all.', 'You covered ‹dist› in all.'],
    ['You slowed by 2.3 % and drifted 6.4 %.', 'You slowed by ‹split› and drifted ‹dec›.'],
    ['That was **42.3 km** in **four runs**.', 'That was **‹wdist›** in **‹wruns›**.'],
    ['You ran 12.4 km (7.7 miles).', 'You ran ‹dist› (‹dist›).'],
  ])('%s', (text, expected) => {
    const { shown, struck } = bindWhole(text);
    expect(struck).toEqual([]);
    expect(shown).toBe(expected);
  });

  it('reads a distance without a unit in the athlete’s own', () => {
    expect(bindWhole('You ran 7.7 then.').struck).toEqual(['7.7']);
    expect(bindWhole('You ran 7.7 then.', aTurn({ units: 'mi' })).shown).toBe(
      'You ran ‹dist› then.',
    );
  });
});

describe('a placeholder becomes its fact', () => {
  it.each([
    ['{{dist}}', '‹dist›'],
    ['{{ dist }}', '‹dist›'],
    ['{{fact:dist}}', '‹dist›'],
    ['{{ fact: dist }}', '‹dist›'],
    ['{{p10|range}}', '‹p10…›'],
    ['{{ p10 | range }}', '‹p10…›'],
    ['{{fact:p10|range}}', '‹p10…›'],
    ['{{p10|value}}', '‹p10›'],
    ['{{dist|range}}', '‹dist›'],
    ['{{{dist}}}', '‹dist›'],
    ['{{dist}} km', '‹dist›'],
    ['{{dist}} kilometres', '‹dist›'],
    ['{{dist}}km', '‹dist›'],
    ['{{pace}}/km', '‹pace›'],
    ['{{pace}} per km', '‹pace›'],
    ['{{pace}} min/km', '‹pace›'],
    ['{{hr}} bpm', '‹hr›'],
    ['{{hr}} beats per minute', '‹hr›'],
    ['{{wruns}} runs', '‹wruns›'],
    ['{{since}} days', '‹since›'],
    ['{{dec}}%', '‹dec›'],
    ['{{dec}} percent', '‹dec›'],
    ['{{moving}} minutes', '‹moving›'],
    ['**{{dist}}**', '**‹dist›**'],
    ['**{{dist}}** km', '**‹dist›**'],
    ['({{dist}})', '(‹dist›)'],
    ['[12 km](#fact:dist)', '‹dist›'],
    ['[anything](#fact:p10)', '‹p10›'],
    ['{{dist}} in {{moving}}', '‹dist› in ‹moving›'],
    ['{{p10|range}}, {{pace}}', '‹p10…›, ‹pace›'],
    ['Great!{{dist}}', 'Great! ‹dist›'],
    ['{{wdist}} and a bit', '‹wdist› and a bit'],
    ['{{dist}} long', '‹dist› long'],
  ])('%s', (text, expected) => {
    const { shown, struck } = bindWhole(text);
    expect(struck).toEqual([]);
    expect(shown).toBe(expected);
  });

  it.each([
    '{{nope}}',
    '{{}}',
    '{{fact:}}',
    '{{dist2}}',
    '{{DIST}}',
    '{{activity.distance}}',
    '{{00000000-0000-7000-8000-00000000000a}}',
    '{{dist',
    '{{dist\n}}',
    '[12 km](#fact:other)',
    '{{dist wdist}}',
  ])('%s names no fact of the turn', (text) => {
    const { pieces, shown, struck } = bindWhole(`It was ${text}`);
    expect(struck.length).toBe(1);
    expect(pieces.filter(({ t }) => t === 'fact')).toEqual([]);
    expect(shown).toMatch(/^It was (?:a value I cannot verify|…)\s?(?:}})?$/);
  });
});
