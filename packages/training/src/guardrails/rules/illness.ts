import { textRule } from './rule.ts';

/** Fever, chest cough, myocarditis, COVID, stomach illness and recent surgery, in seven languages. */
export const ILLNESS = [
  textRule('illness', 'fever', [
    'fever|feverish|fevers|feaver|fevr|(my|have a|had a|having a|running a|ran a|got a|high|slight) (temperature|temp) ~2 (38|39|40|41|100|101|102|103|104)\\w*|(have|had|running|got|with) a (high )?temperature|body temperature ~3 (38|39|40|41|100|101|102|103|104)\\w*|chills',
    'fieber|fiebrig|fieberschub|schuttelfrost|(korpertemperatur|temperatur von|habe|hatte) ~1 (38|39|40)(_\\d)? (grad )?(fieber|temperatur)|erhohte temperatur|(korpertemperatur|temperatur von) ~1 (38|39|40)\\w*',
    'fievre|fievreu\\w*|fiebre|febril|calentura|febbre|febbricola|febbricitante|febre|febricula|frissons|escalofrios|brividi|calafrios',
    '(38|39|40)\\w* de (fievre|temperature|fiebre|febre)|(38|39|40)\\w* di febbre|de la temperature|(estou|estoy) con? ~1 (38|39|40)\\w*|koorts|koortsig|(heb|lichte|had) ~1 verhoging|koude rillingen',
  ]),
  textRule('illness', 'chest-infection', [
    '(chest|chesty|productive|deep|nasty|wet|phlegmy|hacking) ~1 (cough*|infection|cold)|cough* ~5 (chest|phlegm|mucus|lungs|green|yellow)|bronchitis|pneumonia|neumonia|pneumonie|polmonite|bronchite|bronquitis|bronquite|(the|have|had|with|got|caught|a|bad|from) (flu|influenza)|(flu|influenza) (since|for ~2 days)|flu symptoms|lung infection',
    '(husten|huste|hustet) <4> (brust|schleim|auswurf|lunge|tief*|stark*|bronchien|gelb*|grun*|festsitzend*|produktiv*)|lungenentzundung|grippe|grippal*|grippig|grippewelle|influenza grippe',
    '(toux|tousse) <4> (grasse|poitrine|bronches|glaires|forte|poumons|profonde)|grippal*|grippe\\w?|infection (pulmonaire|respiratoire)',
    'tos <4> (pecho|flema*|fuerte|productiva|pulmon*)|(tengo|con|la|una|de|pillado|cogido) (la )?gripe|griposo|griposa|infeccion (respiratoria|pulmonar)',
    'tosse <4> (petto|grassa|catarro|forte|bronchi|polmoni|peito|produtiva|pulmoes)|(ho|con|dopo|avuto|preso|una) (l )?influenza|influenzat[oa]|infezione (polmonare|respiratoria)|catarro ~2 (bronchi|petto|peito)',
    '(estou com|com|uma|tenho|tive|a|peguei|apanhei) gripe|gripad[oa]|gripal|infecao (respiratoria|pulmonar)|infeccao (respiratoria|pulmonar)',
    '(hoest|hoesten|hoestje) <4> (borst|slijm|vastzittend*|diep*|hevig*|longen)|longontsteking|griep|grieperig|luchtweginfectie|longinfectie',
  ]),
  textRule('illness', 'heart-inflammation', [
    'myocarditis|miocarditis|myocardite|miocardite|mycarditis|pericarditis|perikarditis|pericardite|herzmuskelentzundung|herzbeutelentzundung|hartspierontsteking|(heart|heart muscle) inflammation|inflammation of (the|my) heart|inflamed heart|inflamacion ~2 corazon|infiammazione ~2 cuore|inflammation ~2 coeur|inflamacao ~2 coracao',
  ]),
  textRule('illness', 'covid', [
    '(have|had|got|has|caught|catch|with|for|long|from|over|think its|is it|this is|mild|after) (covid|corona|coronavirus|covid19|covid 19)|(covid|corona|coronavirus) (positive|infection|symptoms)|tested positive|positive test|test came back positive|long covid|covid ~3 positive',
    '(habe|hatte|mit|an|nach|hab|long) ~1 (covid|corona)|(corona|covid) ~1 (infektion|erkrankung|positiv|erwischt|infiziert)|positiv\\w* (getestet|test)|corona ~2 erwischt',
    '(ai|eu|attrape|apres|avec|le|chope|un) covid|(teste*|test) positi\\w*|covid ~2 positif',
    '(tengo|tuve|pase|con|de|dado|pillado|pasar|el) ~1 covid|(di|dado|doy|dio) positivo|(ho|avuto|preso|con|dopo|il|al) ~1 covid|(positiv[oa]|tampone positivo) ~2 (covid|tampone)|(sono|risultat[oa]) positiv[oa]|(tenho|tive|com|peguei|apanhei|ter) ~1 covid|(testei|teste deu|deu) positivo',
    '(heb|had|met|na|van) ~1 (corona|covid)|positie(f|ve) (getest|test)|corona ~2 (positief|besmet)',
  ]),
  textRule('illness', 'stomach-illness', [
    'stomach (bug|flu|virus)|gastro ?enteritis|food poisoning|norovirus|magen darm\\w*|magendarm\\w*|lebensmittelvergiftung|gastro ?enterite|intoxication alimentaire|intoxicacion alimentaria|virus intestinal|intossicazione|virus intestinale|intoxicacao alimentar|virose|buikgriep|voedselvergiftiging',
  ]),
  textRule('illness', 'recent-surgery', [
    '(surgery|operation|operated|arthroscopy|keyhole|surgeon) <7> (yesterday|last week|days ago|weeks ago|week ago|this week|recent*|last month|month ago)|(just had|recovering from|after my|after an|after a|post|since my|following my|had my) ~3 (surgery|operation)|had ~3 (appendix|meniscus|hernia|tonsils|gallbladder|wisdom teeth) ~2 (removed|out|surgery)|post ?op',
    '(operiert|operation|op|eingriff|arthroskopie) <7> (gestern|letzte woche|letzten|wochen|tagen|woche|kurzlich|frisch|monat)|nach (meiner|der|einer|dem) ~1 (operation|op|eingriff)|frisch operiert|(wurde|bin|worden) ~5 operiert|operiert worden',
    '(opere|operee|operation|chirurgie|intervention|arthroscopie) <7> (hier|semaine|semaines|jours|recem*|recente|mois|dernier|derniere)|(viens de|ete|fait) ~3 (opere|operee|operer)|apres (mon|une|l|ma) (operation|chirurgie|intervention)',
    '(operado|operada|operaron|operacion|cirugia|artroscopia) <7> (ayer|semana|semanas|dias|reciente|recientemente|recien|mes)|me (operaron|han operado)|despues de (mi|una|la) (operacion|cirugia)|recien operad[oa]',
    '(operato|operata|operazione|intervento|chirurg*|artroscopia) <7> (ieri|settimana|settimane|giorni|recente|recentemente|scorsa|mese)|(sono|stat[oa]|appena) ~1 (operat[oa])|dopo (l|il mio|un) (operazione|intervento)',
    '(operado|operada|operei|cirurgia|operacao|artroscopia) <7> (ontem|semana|semanas|dias|recente|recentemente|mes)|(fui|acabei de ser|sido) operad[oa]|(depois|apos) (da|a|de uma|uma) (minha )?(cirurgia|operacao)',
    '(geopereerd|operatie|ingreep|kijkoperatie) <7> (gisteren|week|weken|dagen|pas|net|recent|maand)|(ben|net|pas) ~4 geopereerd|na (mijn|een|de) (operatie|ingreep)',
  ]),
];
