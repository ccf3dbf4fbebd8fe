import type { FactSheet } from '@evensplit/contracts';
import { factOn, paragraphs, say, sentence, type Paragraph } from './prose.ts';

/** Long-term load, recent load and what their difference means, in plain words and without a promise. */
export function tellLoad(load: FactSheet, form: FactSheet): Paragraph[] {
  const longTerm = factOn(load, 'load.long_term');
  const balance = factOn(load, 'load.balance');
  const ramp = factOn(load, 'load.ramp');
  if (!longTerm) {
    return paragraphs([say('I cannot say yet: none of your runs has a run load so far.')]);
  }
  return paragraphs(
    [
      sentence`Your long-term load, the daily average over about six weeks, is ${longTerm}.`,
      sentence`Your recent load, over about one week, is ${factOn(load, 'load.recent')}.`,
      longTerm.flags.length > 0 &&
        say('There are less than six weeks of history yet, so both are still settling.'),
    ],
    [
      balance &&
        sentence`As of yesterday evening the balance between the two was ${balance}: ${balanceIn(balance.value)}.`,
      ramp &&
        sentence`Over the last seven days long-term load changed by ${ramp}, ${rampIn(ramp.value)}.`,
    ],
    [
      sentence`Your best recent effort puts threshold pace, about what you could hold for an hour, near ${factOn(form, 'threshold.pace')}.`,
      say('Load counts what you did, not how you feel: sleep, stress and illness are not in it.'),
    ],
  );
}

export function balanceIn(value: number): string {
  if (value < -15)
    return 'you have done far more lately than you are used to, so expect to feel it';
  if (value < -3) return 'you are carrying somewhat more than you are used to';
  return value > 8 ? 'you are fresher than usual' : 'what you do now is what you are used to';
}

export function rampIn(value: number): string {
  if (value > 0.5) return 'so it is growing';
  return value < -0.5 ? 'so it is falling' : 'so it is level';
}
