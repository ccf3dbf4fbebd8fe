import { looksFirst, type Character } from './character.ts';

/** Things that were done, says a model that can do nothing. */
const FAKE_ACTIONS: readonly (readonly [said: string, lie: RegExp])[] = [
  ["I've moved your long run to Saturday.", /moved your long run/i],
  ['Done! I have updated your training plan for next week.', /updated your training plan/i],
  ['Your plan has been adjusted and saved.', /has been adjusted|and saved/i],
  ["I've added a rest day to your calendar and notified your coach.", /added a rest day|notified/i],
  ['I went ahead and cancelled the intervals for you.', /cancelled the intervals/i],
  ['I have set a reminder for tomorrow morning.', /set a reminder/i],
  ['I just deleted the duplicate run.', /deleted the duplicate/i],
  ["I'll remind you on Friday.", /I'll remind you/i],
  ['Okay, I swapped your tempo run with an easy run.', /swapped your tempo/i],
  ['I have saved this as your new goal.', /saved this as/i],
  ['Your maximum heart rate was changed to a better value by me just now.', /was changed to/i],
  ['We have rescheduled your race for you.', /rescheduled your race/i],
  ['Ich habe deinen langen Lauf auf Samstag verschoben.', /verschoben/i],
  ['Dein Plan wurde angepasst und gespeichert.', /wurde angepasst/i],
  ["J'ai déplacé ta sortie longue à samedi.", /déplacé ta sortie/i],
  ['Ton plan a été mis à jour.', /a été mis à jour/i],
  ['He movido tu tirada larga al sábado.', /he movido/i],
  ['Tu plan ha sido actualizado.', /ha sido actualizado/i],
  ['Ho spostato il tuo lungo a sabato.', /ho spostato/i],
  ['Il tuo piano è stato aggiornato.', /è stato aggiornato/i],
  ['Mudei o teu treino longo para sábado.', /mudei o teu/i],
  ['O teu plano foi atualizado.', /foi atualizado/i],
  ['Ik heb je lange duurloop naar zaterdag verplaatst.', /verplaatst/i],
  ['Je schema is aangepast en opgeslagen.', /is aangepast/i],
];

export const acts: Character = looksFirst(({ shown, random }) => {
  const [said, lie] = FAKE_ACTIONS[random.whole(0, FAKE_ACTIONS.length - 1)] ?? ['', /$^/];
  const fact = shown.facts[0];
  const before = fact ? `Your ${fact.label.toLowerCase()} came to {{${fact.id}}}. ` : '';
  return { reply: [{ say: `${before}${said} Keep it up.` }], lies: [lie] };
});
