import { describe, expect, it } from '@jest/globals';
import { sheet } from '../../test/fixture-sheets.ts';
import { collectWords } from './collect-words.ts';

const [distance] = sheet('week', [['week.distance', 'm', 24_300]]).facts;

function collected(say: (words: ReturnType<typeof collectWords>) => void) {
  const words = collectWords();
  say(words);
  return words.briefing();
}

describe('words of a model for Home', () => {
  it('are one paragraph with markers where facts belong, each fact once', () => {
    if (!distance) throw new Error('no fact');
    const briefing = collected((words) => {
      words.say(' This week holds\n\n');
      words.mention(distance);
      words.say(', and ');
      words.mention(distance);
      words.say(' is much. ');
    });
    const marker = `{{${distance.id}}}`;
    expect(briefing?.text).toBe(`This week holds ${marker}, and ${marker} is much.`);
    expect(briefing?.facts).toEqual([distance]);
  });

  it.each<[string, (words: ReturnType<typeof collectWords>) => void]>([
    ['speak of no fact', (words) => words.say('Run easy.')],
    [
      'had something struck',
      (words) => {
        if (distance) words.mention(distance);
        words.strike();
      },
    ],
    [
      'go on for too long',
      (words) => {
        if (distance) words.mention(distance);
        words.say('On and on. '.repeat(90));
      },
    ],
  ])('are no briefing when they %s', (_what, say) => {
    expect(collected(say)).toBeUndefined();
  });

  it('cannot make a marker, however it is cut', () => {
    const briefing = collected((words) => {
      if (distance) words.mention(distance);
      for (const piece of ['{', '{other', '-fact}', '} \u0000**so**']) words.say(piece);
    });
    expect(briefing?.text).toBe(`{{${distance?.id}}}other-fact so`);
  });
});
