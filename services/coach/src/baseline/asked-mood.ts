import type { Asked, Understood } from './asked.ts';

const ASKS =
  /^(and |but |so |ok |coach |hey )*(how|what|which|when|where|why|who|whose|is|are|am|was|were|do|does|did|have|has|can|could|should|shall|may|will|would|any)\b|\b(how|what|which|when|why|did i|do i|was i|was it|was that|am i|is it|is that|is my|was my|should i|can i|could i|have i|does|any good|right|thoughts|verdict|correct)\b/;
const TELLS =
  /\b(compare|show|tell|give|list|analy[sz]e|explain|summar\w+|rate|review|recap|predict\w*|break down|look at|check)\b/;
const STATES =
  /^(well |so |ok |and )*(i|i'm|i've|i'd|we|we've|it|it's|that|that's|this|he|she|my|our|the|those|these)\b.*\b(was|were|is|are|am|felt|feel|feels|ran|did|had|have|has|got|get|died|missed|missing|skipped|killed|want|wants|need|dropped|hit|blew|crashed|bonked|collapsed|forgot|makes|made|lost|started|moved|turned|stitch|'m|'ve)\b|^(i|i'm|i've|i'd|it's|we|killing|dying)\b/;

/** "My race was cancelled" tells something and asks nothing: no run of that name is looked up for it. */
export function isStatement({ text }: Asked): boolean {
  return STATES.test(text) && !ASKS.test(text) && !TELLS.test(text);
}

/** "Is zone two training worth it?", "what is a normal heart rate for a tempo run?": true of everybody or of nobody. */
export function isGeneral({ text }: Asked): boolean {
  return /\b(worth it|useful|good rule|a normal|in general|for (everyone|everybody|beginners)|for runners|for a \d+ year old|does it (matter|count|help))\b|^(what('s| is)|is) (an? )(?!rest day|good (day|time|idea))|^how (do|can|could) (i|you|we) (?!look|compare|do|stack|sleep|rank|run)/.test(
    text,
  );
}

/** Nothing is changed from here, and it is better to say so than to answer something else. */
export function order({ text }: Asked): Understood | undefined {
  return /^(please |can you |could you |coach )*(delete|remove|merge|rename|edit|crop|share|post|send|email|write to|remind|set|switch|turn (on|off)|log|record|add (a|an|my)|book|order|buy|cancel|mark)\b(?! (my )?(personal|bests?|pbs?|prs?|records?)\b)/.test(
    text,
  )
    ? { about: 'order' }
    : undefined;
}
