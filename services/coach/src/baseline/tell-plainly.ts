import { paragraphs, say, type Paragraph } from './prose.ts';

const CAN = [
  'Here is what I can answer from your runs, each with its receipts:',
  '- “Analyse my last run”, or “How was my run on Tuesday?”',
  '- “How was last week?”, “Compare my last two weeks”',
  '- “What should I do today?”',
  '- “What could I run for a half marathon?”',
  '- “What are my bests?”',
  '- “How fit am I?”',
];

/** Lines of a list stand together; the rest are paragraphs. */
function canAnswer(): Paragraph {
  return [say(CAN.join('\n'))];
}

export function tellHelp(): Paragraph[] {
  return [
    [
      say(
        'I read your recorded runs and answer in plain sentences, with a receipt for each number.',
      ),
      say('No language model is asked: I look up what is known and say what is missing.'),
    ],
    canAnswer(),
  ];
}

export function tellUnknown(): Paragraph[] {
  return [[say('I did not understand that well enough to answer it from your data.')], canAnswer()];
}

export function tellHowToBring(): Paragraph[] {
  return paragraphs([
    say(
      'Open the upload page and drop your files there: FIT, GPX or TCX from any watch, one by one or in a zip.',
    ),
    say('The export archive of Strava or Garmin works as it is.'),
    say('Home fills while they are read.'),
  ]);
}

export function tellNoRuns(): Paragraph[] {
  return [
    [say('There are no runs of yours here yet, so I have nothing to answer from.')],
    ...tellHowToBring(),
  ];
}

export function tellStillReading(): Paragraph[] {
  return paragraphs([say('Your files are still being read. Ask again in a moment.')]);
}

export function tellLongTime(): Paragraph[] {
  return paragraphs([
    say('I count by weeks, not yet by months or years, and I would rather not add up in my head.'),
    say(
      'Ask for this week, last week or the week before last; Activities shows totals for any dates.',
    ),
  ]);
}

export function tellNoSuchRun(what: string): Paragraph[] {
  return paragraphs([
    say(`I find no ${what} in your history.`),
    say('If you did run, the file may not have been brought in yet.'),
  ]);
}

/** Words about pain or illness get no training advice, whatever else the question asks. */
export function tellUnwell(): Paragraph[] {
  return paragraphs(
    [say('I cannot judge pain or illness, and I will not suggest a run on top of either.')],
    [
      say(
        'Chest pain or pressure, fainting, or breathlessness you cannot explain: stop and call the emergency number now.',
      ),
      say(
        'Pain that changes how you run, hurts at rest or at night, or sits in one spot on a bone: do not run, and have it looked at.',
      ),
      say('With fever or a chest cough, rest until you are well.'),
    ],
    [say('I can still look back with you, for example at last week.')],
  );
}
