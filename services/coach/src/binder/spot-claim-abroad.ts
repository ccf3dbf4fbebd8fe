import type { ClaimSpot } from './claim-spot.ts';

type Claims = {
  /** A clause that says that something was done, or will be, from its first word on. */
  active: RegExp;
  /** The words from the verb on, after whatever was changed. */
  passive: RegExp;
  /** What is true instead, at the beginning of a clause and inside one, and behind a subject. */
  nothing: string;
  unchanged: string;
};

const claims: readonly Claims[] = [
  {
    active:
      /^(?:ich|wir) (?:habe?n?|werde|hab) (?:[^ ]+ )*?(?:verschoben|angepasst|gespeichert|geändert|gelöscht|eingetragen|aktualisiert|hinzugefügt|verlegt|gestrichen|abgesagt|geplant|benachrichtigt|verschieben|anpassen|speichern|ändern|löschen|eintragen|aktualisieren|erinnern|benachrichtigen)(?= |$)/,
    passive:
      /^(?:wurden?|ist|sind) (?:[^ ]+ ){0,4}?(?:verschoben|angepasst|gespeichert|geändert|gelöscht|eingetragen|aktualisiert|hinzugefügt)(?= |$)/,
    nothing: 'Es wurde nichts geändert',
    unchanged: 'ist unverändert',
  },
  {
    active:
      /^j'ai (?:bien |déjà |juste |aussi )*(?:déplacé|modifié|mis(?:e|es)?|supprimé|ajouté|enregistré|programmé|reporté|annulé|adapté|ajusté|changé|décalé|prévenu)e?s?(?= |$)|^je (?:vais|viens de|viens d') (?:te |vous )?(?:déplacer|modifier|supprimer|ajouter|enregistrer|programmer|reporter|annuler|rappeler|changer|décaler)(?= |$)/,
    passive:
      /^(?:a|ont) été (?:mis|déplacé|modifié|enregistré|supprimé|ajouté|reporté|annulé|adapté|ajusté|décalé)e?s?(?= |$)/,
    nothing: 'Rien n’a été modifié',
    unchanged: 'reste inchangé',
  },
  {
    active:
      /^(?:ya )?he (?:movido|actualizado|cambiado|guardado|eliminado|borrado|añadido|programado|cancelado|ajustado|modificado|pospuesto|creado|avisado)(?= |$)|^voy a (?:mover|actualizar|cambiar|guardar|eliminar|borrar|añadir|cancelar|ajustar|recordarte)(?= |$)/,
    passive:
      /^(?:ha|han) sido (?:actualizad|modificad|movid|cambiad|guardad|eliminad|ajustad|cancelad)[oa]s?(?= |$)|^se (?:ha|han) (?:actualizado|modificado|movido|cambiado|guardado|eliminado|ajustado)(?= |$)/,
    nothing: 'No se ha cambiado nada',
    unchanged: 'no ha cambiado',
  },
  {
    active:
      /^(?:ti )?ho (?:già |appena |anche )*(?:spostato|aggiornato|modificato|salvato|cancellato|eliminato|aggiunto|cambiato|programmato|annullato|rinviato|avvisato)(?= |$)/,
    passive:
      /^(?:è|sono) (?:già )?stat[oaie] (?:aggiornat|modificat|spostat|salvat|cancellat|cambiat|adattat)[oaie](?= |$)/,
    nothing: 'Non è stato cambiato nulla',
    unchanged: 'resta invariato',
  },
  {
    active:
      /^(?:eu )?(?:já )?(?:mudei|atualizei|alterei|guardei|apaguei|adicionei|movi|cancelei|agendei|reagendei|ajustei|salvei|avisei)(?= |$)/,
    passive:
      /^(?:foi|foram) (?:atualizad|alterad|guardad|movid|cancelad|ajustad|apagad|salv)[oa]s?(?= |$)/,
    nothing: 'Nada foi mudado',
    unchanged: 'não mudou',
  },
  {
    active:
      /^ik (?:heb|zal|ga) (?:[^ ]+ )*?(?:verplaatst|aangepast|opgeslagen|gewijzigd|verwijderd|toegevoegd|bijgewerkt|ingepland|geannuleerd|verzet|verplaatsen|aanpassen|opslaan|wijzigen|verwijderen|toevoegen|herinneren)(?= |$)/,
    passive:
      /^(?:is|zijn|werd|werden) (?:[^ ]+ ){0,3}?(?:verplaatst|aangepast|opgeslagen|gewijzigd|verwijderd|toegevoegd|bijgewerkt|verzet)(?= |$)/,
    nothing: 'Er is niets gewijzigd',
    unchanged: 'is ongewijzigd',
  },
];

/** How a claim may begin, by its first words; none of them is an English beginning. */
const BEGINNINGS =
  /^(?:ich|wir|j'ai|je|he|ya|voy|ho|ti|eu|já|mudei|atualizei|alterei|guardei|apaguei|adicionei|movi|cancelei|agendei|reagendei|ajustei|salvei|avisei|ik|wurden?|ist|sind|is|a|ont|ha|han|se|è|sono|foi|foram|zijn|werden?|werd)$/;
/** These are small words of English or of their own language: what follows must be known to mean anything. */
const SECOND: Readonly<Record<string, RegExp>> = {
  he: /^(?:movido|actualizado|cambiado|guardado|eliminado|borrado|añadido|programado|cancelado|ajustado|modificado|pospuesto|creado|avisado)$/,
  a: /^été$/,
  ont: /^été$/,
  ha: /^sido$/,
  han: /^sido$/,
  se: /^(?:ha|han)$/,
  ich: /^(?:habe|hab|werde)$/,
  wir: /^(?:haben|werden)$/,
  je: /^(?:vais|viens)$/,
  ya: /^he$/,
  voy: /^a$/,
  ti: /^ho$/,
  eu: /./,
  ik: /^(?:heb|zal|ga)$/,
  sono: /^(?:già|stat[aie])$/,
};
const LONGEST = 14;
/** How a Dutch or a German subject begins; "is" is English as well, and waits for nothing there. */
const SUBJECT = /^(?:je|jouw|uw|het|de|dein|deine|ihr|ihre|der|die|das)$/;

/** "Ich habe deinen Lauf verschoben", "ton plan a été mis à jour": the claims of `spotClaim` in the other languages. */
export function spotClaimAbroad(
  words: readonly string[],
  before: readonly string[],
  ended: boolean,
): ClaimSpot {
  const [first = '', second] = words;
  if ((first === 'is' || first === 'ist') && !SUBJECT.test(before[0] ?? '')) return { is: 'no' };
  if (!BEGINNINGS.test(first)) return { is: 'no' };
  const wanted = SECOND[first];
  if (wanted && second === undefined) return { is: ended ? 'no' : 'open' };
  if (wanted && second !== undefined && !wanted.test(second)) return { is: 'no' };
  const clause = words.slice(0, LONGEST).join(' ');
  for (const { active, nothing } of claims) {
    if (active.test(clause)) return claim(nothing, before);
  }
  const passive = passiveAt(clause, before);
  if (passive.is === 'claim') return passive;
  return { is: ended || words.length >= LONGEST ? 'no' : 'open' };
}

function passiveAt(clause: string, before: readonly string[]): ClaimSpot {
  if (before.length === 0 || before.length > 6) return { is: 'no' };
  const found = claims.find(({ passive }) => passive.test(clause));
  return found ? { is: 'claim', instead: found.unchanged } : { is: 'no' };
}

function claim(nothing: string, before: readonly string[]): ClaimSpot {
  const opens = before.length === 0;
  return {
    is: 'claim',
    instead: opens ? nothing : nothing.charAt(0).toLowerCase() + nothing.slice(1),
  };
}
