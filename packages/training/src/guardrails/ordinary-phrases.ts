import { phrasePattern } from './phrase-pattern.ts';

/**
 * Sayings and running talk that contain alarming words without meaning them. They are taken out of the text before the rules look,
 * so each is kept as narrow as its idiom.
 */
const ORDINARY = [
  // Hyperbole about sessions.
  'suicide (hill|hills|run|runs|sprint|sprints|drill|drills|shuttle|shuttles)|(do|doing|did|run|running|of) suicides',
  '(kill|killed|killing|kills) (myself|me|us) ~1 (on|in|at|with|doing|to) ~2 (hill|hills|interval|intervals|track|training|workout|workouts|gym|session|sessions|treadmill|run|runs|race|pb|pr|reps)',
  '(want|wanted|thought id|thought i would|going to|gonna|nearly|almost|felt like i would|ready|about) ~1 (to )?(die|died) ~4 (km|k|mile|miles|hill|hills|interval|intervals|rep|reps|race|run|workout|session|marathon|finish|lap|laps|kilometre|kilometer|squats|leg day|intervalles)',
  '(wollte|wollt|dachte|am) ~2 sterben ~5 (km|kilometer|berg|intervall*|rennen|lauf|training)|(km|kilometer|berg|intervall*|lauf|rennen) ~4 (gestorben|sterben)',
  '(voulais|cru|failli) ~1 mourir ~4 (km|kilometre|cote|course|seance|fractionne)|mort de (fatigue|rire|faim)',
  '(queria|crei|casi) ~2 (morir|me muero|morirme|morrer) ~4 (km|kilometro|cuesta|series|carrera|prova|subida|treino)',
  '(volevo|pensavo di|quasi) ~1 (morire|morivo) ~4 (km|chilometro|salita|ripetute|gara)',
  '(wilde|dacht) ~3 (dood|sterven|doodga*) ~5 (km|kilometer|heuvel|interval*|wedstrijd|training)',
  // Fever, cough and virus words that are not an illness of the athlete.
  '(race|marathon|running|cabin|hay|spring|gold|football|world cup|ski) fever|fever pitch|fievre (du|de la|des) (marathon|course*|jeux)|fiebre (del|de la|de las) (maraton|carrera*|oro)|febbre (da|di|della|del) (gara|maratona|sabato)|febre (da|do|dos|das) (maratona|corrida*)|febre dos fenos|fiebre del heno|febbre da fieno',
  '(covid|corona|flu|gripe|grippe|griep|coronavirus) (vaccin*|vacuna*|vacina*|booster|shot|shots|jab|jabs|impfung|prik|lockdown*|pandem*|times|years|jahre|zeit|tijd|era|beer|restrictions|maatregelen)|(during|before|since|pre|wahrend|vor|seit|pendant|avant|depuis|durante|antes (del|de la|do|da)|prima del|desde o|tijdens|sinds|voor) (the |le |la |el |il |o |a |de )?(covid|corona|coronavirus|pandemi\\w*)',
  // Collapses that are not of a person.
  '(pace|form|arch|arches|ankle|ankles|technique|posture|stride|knee|knees|split|splits|performance|race|motivation|tempo|allure|foulee|ritmo|passo) ~2 (collaps*|zusammengebrochen|ingestort|effondre*|crollat*)',
  '(collapsed|passed out|crashed) ~2 (sofa|couch|bed|asleep|bett|canape|sofa)',
  // Limp and weak as adjectives of tired legs.
  'legs ~2 limp|limp (legs|noodles)|limp mode',
  // Breathing technique.
  '(breathe|breathing|respirer|respirar|respirare|atmen|ademen|ademhalen) ~2 (through|par|por|pela|pelo|con|durch|met|attraverso) ~2 (nose|mouth|nez|bouche|nariz|boca|naso|bocca|nase|mund|neus|mond|buff|mask|scarf|masque|mascara|maske|masker)|nasal breathing|nasenatmung|neusademhaling',
  // Metabolism and food talk.
  'insulin (sensitivity|resistance|spike|spikes|response|level|levels)|insulinsensitivitat|sensibilite a l insuline|sensibilidad a la insulina|binge (watch*|listen*)|(carb|carbo|glycogen) (binge|purge)',
  // Hearts that are only excited.
  'heart ~1 (racing|pounding|beating fast) ~6 (start line|nerves|nervous|excited|excitement|before the (race|start|gun))|(nerves|nervous|excited|excitement) ~6 heart ~1 (racing|pounding)|(hit|broke|break|broken|sank|whole|full) ~1 heart|heart ~1 (broke|broken|sank|goes out)|with all my heart',
  // Confusion about numbers.
  'confus* (about|by|on|with|why|how|between|regarding|when|whether|which|what|sur|sobre|over)',
  // Devices and sport words.
  '(irregular|erratic|weird|strange|skipping|skipped|missing) ~1 (heartrate|hr) ~3 (readings|data|graph|curve|watch|garmin|sensor)|stroke (rate|length|volume)|breast ?stroke|(two|four) stroke|strokes',
  '(passed|blacked|handed) out (my|the|flyers|leaflets|gels|water|cups|medals|some)|limp biscuit|limp bizkit|purg\\w+ ~2 (activities|data|account|files|history|records)|cut (myself|me|yourself|him|her) some slack|overdos\\w* (of|on) (carbs|gels|caffeine|sugar|training|miles|hills|pasta)|due date (of|for) ~1 (subscription|payment|plan|entry|registration|invoice)|newborn (motivation|fan|energy|runner)|(watch|shoe|shoes|phone|bike|treadmill|strap|pb|pr|record|dog|car|house|injury|club|race|plan|data) ~2 (is|are|was) ~1 \\d+ (years|year|yrs) old',
  '(pregnant pause|expecting a (pb|pr|big|good|fast|hot|tough|hard|cold|rainy))',
].map(phrasePattern);

/** The text with ordinary phrases replaced by a neutral word, so that distances between the remaining words stay about right. */
export function maskOrdinaryPhrases(text: string): string {
  let masked = text;
  for (const { simple } of ORDINARY) if (simple) masked = masked.replace(simple, 'ordinary');
  return masked;
}
