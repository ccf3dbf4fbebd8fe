import { plainText } from './plain-text.ts';

/** The languages whose phrases the screening knows. */
export type Language = 'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl';

/** Small words that carry a sentence, and those of these questions that no neighbouring language has. */
const marks: Record<Language, string> = {
  en: 'the a i my me you your is am are was have has had do does did should can could would what how when why and or not to of for with after before today run running pain feel need want been from this that it im ive dont cant make give at on about',
  de: 'ich mein meine meinen mir mich ist bin habe hatte soll kann darf wie was wann warum und oder nicht der die das ein eine beim mit nach vor heute laufen lauf training schmerzen seit auf wenn zu es sich wieder trotz noch im am',
  fr: 'je j mon ma mes moi est suis ai avais dois peux puis que quoi comment quand pourquoi et ou pas le la les un une des du au aux avec apres avant courir course douleur mal depuis ce c qu en me sens fievre d l dans pour',
  es: 'yo mi mis me es estoy tengo tuve debo puedo que como cuando por y o no el la los las un una del al con despues antes hoy correr dolor desde en siento duele soy anos hace esta para muy he quiero de tomo',
  it: 'io mio mia mie mi e sono ho avevo devo posso che come quando perche o non il lo la gli le un una del al alla con dopo prima oggi correre corsa dolore da sento fa male nel anni sto di per voglio prendo piu',
  pt: 'eu meu minha me e estou tenho tive devo posso que como quando por ou nao o a os as um uma do da no na ao com depois antes hoje correr corrida dor desde sinto doi sou anos faz para muito quero tomo de em',
  nl: 'ik mijn mij me is ben heb had moet kan mag hoe wat wanneer waarom en of niet de het een met na voor vandaag lopen hardlopen pijn sinds op als te weer nog voel tijdens mezelf in van bij aan',
};

const languages = Object.entries(marks).map(([language, words]) => ({
  language: isLanguage(language) ? language : ('en' as const),
  words: new Set(words.split(' ')),
}));

/** The language that a text is most likely written in; English when nothing tells. */
export function guessLanguage(text: string): Language {
  const words = plainText(text.slice(0, 2000)).split(/[^a-z]+/);
  let best: { language: Language; found: number } = { language: 'en', found: 0 };
  for (const { language, words: known } of languages) {
    const found = words.filter((word) => known.has(word)).length;
    if (found > best.found) best = { language, found };
  }
  return best.language;
}

function isLanguage(name: string): name is Language {
  return Object.hasOwn(marks, name);
}
