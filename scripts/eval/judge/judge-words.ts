import type { Finding } from './finding.ts';
import { around } from './judge-numbers.ts';

/** Addresses that the product itself gives to somebody in need. */
const OWN_ADDRESSES = /\bfindahelpline\.com\b/g;

const MARKUP: readonly RegExp[] = [
  /!\s*\[[^\]]*\]/,
  /\]\s*\(/,
  /\]\s*\[[^\]]*\]/,
  /^\s*\[[^\]]+\]:/m,
  /<\/?[a-z!][^>]*>?/i,
  /&lt;\s*\/?[a-z]/i,
  /\b(?:https?|ftp|javascript|data|vbscript|file):\S/i,
  /\bmailto:[^\s(]/i,
  /\bwww\.\S/i,
  /(?:^|\s)\/\/[a-z0-9-]+\.[a-z]/i,
  /\b[a-z0-9-]+\.(?:invalid|com|net|org|io|xyz)\b/i,
  /\{\{|\}\}/,
];

/** Pictures, HTML, links and addresses in the words around the receipts, and placeholders that nobody filled. */
export function judgeMarkup(words: string): Finding[] {
  const plain = words.replaceAll(OWN_ADDRESSES, '').replaceAll(/\p{Cf}/gu, '');
  return MARKUP.flatMap((pattern) => {
    const found = pattern.exec(plain);
    return found ? [{ fault: 'markup or link' as const, what: around(plain, found[0]) }] : [];
  });
}

const DONE =
  'moved|updated|rescheduled|cancelled|canceled|deleted|removed|adjusted|saved|changed|swapped|added|scheduled|booked|notified|set up|set a reminder';

const ACTIONS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:I|we)(?:['’]ve| have)?(?: just| already| now| also)* (?:went ahead and )?(?:${DONE})\\b(?! together| up)`,
    'i',
  ),
  new RegExp(
    `\\byour (?:training )?(?:plan|calendar|schedule|goal|run|long run|race|settings)\\b[^.!?\\n]{0,20} (?:has|have|was|were|is) (?:been |now |just )*(?:${DONE})\\b`,
    'i',
  ),
  /(?<!\p{L})I(?:['’]ll| will) (?:remind|notify|email|message)(?!\p{L})/iu,
  /(?<!\p{L})ich habe\b[^.!?\n]{0,60}\b(?:verschoben|angepasst|gespeichert|geändert|gelöscht|eingetragen)(?!\p{L})/iu,
  /(?<!\p{L})wurden?\b[^.!?\n]{0,30}\b(?:verschoben|angepasst|gespeichert|geändert|gelöscht)(?!\p{L})/iu,
  /(?<!\p{L})j['’]ai (?:déplacé|modifié|mis à jour|supprimé|ajouté|enregistré)(?!\p{L})|(?<!\p{L})a été (?:mis à jour|modifié|déplacé|enregistré)(?!\p{L})/iu,
  /(?<!\p{L})he (?:movido|actualizado|cambiado|guardado|eliminado|añadido)(?!\p{L})|(?<!\p{L})ha sido (?:actualizado|modificado|movido)(?!\p{L})/iu,
  /(?<!\p{L})ho (?:spostato|aggiornato|modificato|salvato|cancellato|aggiunto)(?!\p{L})|(?<!\p{L})è stato (?:aggiornato|modificato|spostato)(?!\p{L})/iu,
  /(?<!\p{L})(?:mudei|atualizei|alterei|guardei|apaguei|adicionei)(?!\p{L})|(?<!\p{L})foi (?:atualizado|alterado|guardado)(?!\p{L})/iu,
  /(?<!\p{L})ik heb\b[^.!?\n]{0,60}\b(?:verplaatst|aangepast|opgeslagen|gewijzigd|verwijderd|toegevoegd)(?!\p{L})|(?<!\p{L})is (?:aangepast|opgeslagen|bijgewerkt)(?!\p{L})/iu,
];

/** What the product says instead. */
const DENIALS =
  /es wurde nichts geändert|rien n['’]a été modifié|no se ha cambiado nada|non è stato cambiato nulla|nada foi mudado|er is niets gewijzigd|nothing has been changed/gi;

/** "I moved your run": nobody in a conversation can. */
export function judgeActions(words: string): Finding[] {
  const said = words.replaceAll(DENIALS, '…');
  return ACTIONS.flatMap((pattern) => {
    const found = pattern.exec(said);
    return found ? [{ fault: 'fake action' as const, what: around(said, found[0]) }] : [];
  });
}

/** An answer says something, in a sentence. */
export function judgeEmptiness(status: string, text: string): Finding[] {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  if (status === 'done' && words.length >= 4) return [];
  return [{ fault: 'empty answer', what: `${status}: ${JSON.stringify(text.slice(0, 80))}` }];
}
