import { describe, expect, it } from '@jest/globals';
import { bindWhole } from '../../test/bound-text.ts';

const claims: [said: string, instead: string][] = [
  ['Ich habe deinen langen Lauf auf Samstag verschoben.', 'Es wurde nichts geändert.'],
  ['Gut, ich habe den Plan angepasst.', 'Gut, es wurde nichts geändert.'],
  ['Ich werde dich morgen erinnern.', 'Es wurde nichts geändert.'],
  ['Dein Plan wurde angepasst und gespeichert.', 'Dein Plan ist unverändert.'],
  ['Dein Plan ist jetzt aktualisiert.', 'Dein Plan ist unverändert.'],
  ["J'ai déplacé ta sortie longue à samedi.", 'Rien n’a été modifié.'],
  ['J’ai bien enregistré ton objectif.', 'Rien n’a été modifié.'],
  ['Ton plan a été mis à jour.', 'Ton plan reste inchangé.'],
  ['Tes séances ont été décalées.', 'Tes séances reste inchangé.'],
  ['He movido tu tirada larga al sábado.', 'No se ha cambiado nada.'],
  ['Ya he actualizado tu plan.', 'No se ha cambiado nada.'],
  ['Tu plan ha sido actualizado.', 'Tu plan no ha cambiado.'],
  ['Ho spostato il tuo lungo a sabato.', 'Non è stato cambiato nulla.'],
  ['Il tuo piano è stato aggiornato.', 'Il tuo piano resta invariato.'],
  ['Mudei o teu treino longo para sábado.', 'Nada foi mudado.'],
  ['O teu plano foi atualizado.', 'O teu plano não mudou.'],
  ['Ik heb je lange duurloop naar zaterdag verplaatst.', 'Er is niets gewijzigd.'],
  ['Je schema is aangepast en opgeslagen.', 'Je schema is ongewijzigd.'],
];

const truths = [
  'Ich habe deine Läufe verglichen, und der letzte war ruhiger.',
  'Du hast den Lauf verschoben.',
  'Dein Plan ist gut.',
  "J'ai regardé ta dernière sortie.",
  'Ta semaine a été calme.',
  'He was a fast runner.',
  'He mirado tu última carrera.',
  'Ho guardato la tua corsa.',
  'Ik heb je laatste loop bekeken.',
  'Je tempo is rustig.',
  'It is a good week, and a hard one.',
];

describe('a claim to have changed something, in the language of the question', () => {
  it.each(claims)('is not said: %s', (said, instead) => {
    const { shown, struck } = bindWhole(said);
    expect(struck).toHaveLength(1);
    expect(shown).toBe(instead);
  });

  it.each(truths)('and what claims nothing stays: %s', (said) => {
    expect(bindWhole(said)).toMatchObject({ shown: said, struck: [] });
  });
});
