import { textRule } from './rule.ts';

/** Weeks of falling performance together with mood or sleep; the data rule with resting heart rate is in screen-data.ts. */
export const OVERREACHING = [
  textRule('overreaching', 'falling-performance', [
    '(slower|worse|declin*|dropping|getting weaker|no power|performance) ~7 (two|three|four|2|3|4|5|6|several|few|many|past|last) ~1 (weeks|months) && (sleep*|insomnia|mood|irritable|depressed|unmotivated|resting hr|resting heartrate|exhausted)|overtrain\\w* syndrome|overtrained && (sleep*|insomnia|mood|weeks|exhausted)',
    '(langsamer|schlechter|leistung|leistungsabfall|leistungseinbruch) ~7 (wochen|monaten) && (schlaf*|stimmung|gereizt|ruhepuls|antriebslos|erschopft)',
    '(plus lent\\w*|moins bien|baisse de (performance|forme)|performances) ~7 (semaines|mois) && (dor\\w*|sommeil|humeur|irritable|epuise*|insomni*)',
    '(mas lent\\w*|peor|rendimiento|rindo menos) ~7 (semanas|meses) && (duermo|sueno|humor|animo|irritable|agotad*|insomnio)',
    '(piu lent\\w*|peggio|calo di (prestazione|rendimento)|prestazioni) ~7 (settimane|mesi) && (dormo|sonno|umore|irritabile|esaust*|insonnia)',
    '(mais lent\\w*|pior|rendimento) ~7 (semanas|meses) && (durmo|sono|humor|irritad*|exaust*|insonia)',
    '(langzamer|slechter|prestaties|trager) ~7 (weken|maanden) && (slaap*|stemming|humeur|prikkelbaar|rusthartslag|uitgeput)',
  ]),
];
