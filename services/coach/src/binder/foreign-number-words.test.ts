import { describe, expect, it } from '@jest/globals';
import { bindWhole } from '../../test/bound-text.ts';

const struckIn = (text: string) => bindWhole(text).struck;

describe('numbers in words of other languages', () => {
  it.each([
    ['Du bist zweiundsiebzig Kilometer gelaufen.', ['zweiundsiebzig']],
    ['Es waren zwölf Läufe und dreihundert Höhenmeter.', ['zwölf', 'dreihundert']],
    ['Tu as couru soixante-sept kilomètres.', ['soixante']],
    ['Tu as couru quatre-vingt-huit kilomètres.', ['quatre', 'vingt', 'huit']],
    ['Corriste sesenta y seis kilómetros.', ['sesenta', 'seis']],
    ['Hai corso ottantadue chilometri, di cui quarantuno veloci.', ['ottantadue', 'quarantuno']],
    ['Hai corso ottantaotto chilometri e ventotto minuti.', ['ottantaotto', 'ventotto']],
    ['Correste setenta e três quilómetros.', ['setenta', 'três']],
    ['Je liep achtenzestig kilometer en tweeëntwintig minuten.', ['achtenzestig', 'tweeëntwintig']],
  ])('are struck: %s', (text, expected) => {
    const { shown, struck } = bindWhole(text);
    expect(struck).toEqual(expected);
    for (const word of expected) expect(shown).not.toContain(word);
  });

  it('are not seen where a word only looks like one', () => {
    for (const text of [
      'It was due to the heat, and you can seize the day once more.',
      'Sei vorsichtig. Das acht ich. Ein Lauf, eine Runde.',
      'Sei andato bene, e due parole bastano.',
      'Les jours dos à dos sont durs; cent fois merci.',
      'The venue, the elite and the vigil were fine.',
    ]) {
      expect([text, struckIn(text)]).toEqual([text, []]);
    }
  });
});
