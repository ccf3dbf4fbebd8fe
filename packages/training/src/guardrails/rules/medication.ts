import { textRule } from './rule.ts';

/** Drugs that change heart rate, bleeding, blood sugar or tendons. Names are international, classes in seven languages. */
export const MEDICATION = [
  textRule('medication', 'beta-blocker', [
    'beta ?blo[ck]*\\w*|betabloc*\\w*|beta ?bloqu\\w*|beta ?bloccan\\w*|bisoprolol\\w*|metoprolol\\w*|propranolol\\w*|propanolol|atenolol\\w*|carvedilol\\w*|nebivolol\\w*|sotalol|concor|beloc|ivabradin\\w*|procoralan|betablok\\w*|heart ?rate (lowering )?(tablets|pills|medication)|blood ?pressure (tablets|pills|medication|meds|medicine)|blutdruck(tabletten|mittel|senker)',
  ]),
  textRule('medication', 'anticoagulant', [
    'blood ?thinner*|blood thinning|anti ?coagula*|anti ?coagul\\w*|warfarin\\w*|coumadin|marcumar|phenprocoumon|xarelto|rivaroxaban\\w*|eliquis|apixaban\\w*|pradaxa|dabigatran\\w*|edoxaban|lixiana|h?eparin\\w*|clexane|enoxaparin\\w*|sintrom|acenocoumarol|clopidogrel|plavix|blutverdunn\\w*|gerinnungshemm\\w*|fluidifiant\\w* (du )?sang|bloedverdunn\\w*|fluidificant\\w*',
  ]),
  textRule('medication', 'glucose-lowering', [
    'insulin|insuline|insulina|novorapid|humalog|lantus|gliclazid\\w*|glimepirid\\w*|glibenclamid\\w*|glipizid\\w*|glyburide|sulfonylurea*|sulphonylurea*|sulfonylharnstoff\\w*|sulfamide\\w* hypoglycemi\\w*|sulfonilure\\w*|insulin pump|insulinpumpe',
  ]),
  textRule('medication', 'stimulant', [
    'ritalin\\w*|methylphenidat\\w*|metilfenidat\\w*|adderall|aderall|vyvanse|elvanse|lisdexamfetamin\\w*|dexamphetamin\\w*|dexamfetamin\\w*|amphetamin\\w*|amfetamin\\w*|anfetamin\\w*|modafinil|concerta|medikinet|ephedrin\\w*|efedrin\\w*|pseudoephedrin\\w*|sudafed|adhd (meds|medication|pills|tablets|medikament\\w*)|clenbuterol\\w*|stimulant medication',
  ]),
  textRule('medication', 'pain-killer', [
    'ibuprofen\\w*|ibuprophen|ibuprofene|iburofen|advil|nurofen|naproxen\\w*|aleve|diclofenac\\w*|diklofenac|voltaren|voltarene|voltarol|nsaid*|paracetamol*|acetaminophen*|tylenol|etoricoxib|arcoxia|celecoxib|celebrex|meloxicam|indometacin|ketoprofen\\w*|aspirin|aspirine|aspirina|painkiller*|pain killer*|pain meds|schmerzmittel|schmerztablette\\w*|anti ?inflammatoire\\w*|antiinflamatori\\w*|anti ?inflamatori\\w*|antinfiammator\\w*|anti ?infiammator\\w*|ontstekingsremm\\w*|pijnstiller\\w*|analgesic\\w*|antidouleur\\w*|anti douleur\\w*|antidolorific\\w*|analgesico\\w*|entzundungshemm\\w* (tablette\\w*|mittel|medikament\\w*)',
  ]),
  textRule('medication', 'antidepressant', [
    'anti ?depressant*|antidepressiv\\w*|anti ?depresseur\\w*|antidepresiv\\w*|antidepressiv[oi]|ssris?|sertralin\\w*|escitalopram|citalopram|fluoxetin\\w*|prozac|zoloft|venlafaxin\\w*|lithium (tablets|pills|carbonate)',
  ]),
  textRule('medication', 'fluoroquinolone', [
    'ciprofloxacin\\w*|cipro|levofloxacin\\w*|moxifloxacin\\w*|ofloxacin\\w*|norfloxacin\\w*|fluoroquinolon\\w*|fluorochinolon\\w*|ciprofloxacino|quinolone\\w*|tavanic|avelox|ciflox|fluorquinolon\\w*',
  ]),
];
