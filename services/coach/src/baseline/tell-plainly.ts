import { list } from './name-things.ts';
import { paragraphs, say, type Paragraph } from './prose.ts';

const CAN = [
  'Here is what I can answer from your runs, each with its receipts:',
  '- “Analyse my last run”, “How was my run on Tuesday?”, “Compare my last two runs”',
  '- “How was last week?”, “How was October?”, “How far did I run this year?”',
  '- “What should I do today?”, “Can I run hard today?”',
  '- “How am I trending?”, “How fit am I?”, “Am I overdoing it?”',
  '- “What could I run for a half marathon?”, “What are my bests?”',
  '- “What pace for easy runs?”, “What are my heart-rate zones?”',
  '- “What is decoupling?”, “What data is missing?”',
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

/** It says so, and offers what lies near the words that were read, never an answer to something else. */
export function tellUnknown({ near = [] }: { near?: readonly string[] } = {}): Paragraph[] {
  const sorry = say('I did not understand that well enough to answer it from your data.');
  if (near.length === 0) return [[sorry], canAnswer()];
  const offered = list(near.map((question) => `“${question}”`));
  return [
    [sorry, say(`Near to it I can answer ${offered}.`)],
    [say('“What can you do?” shows the rest.')],
  ];
}

export function tellOrder(): Paragraph[] {
  return paragraphs([
    say('I change nothing from here: I only read your runs and answer.'),
    say('Runs are renamed, corrected and deleted on their own page, under Activities.'),
  ]);
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
    say(
      'I count by weeks, months and years, and I would rather not add up all of them in my head.',
    ),
    say('Ask for this year or last year; Activities shows totals for any dates.'),
  ]);
}

export function tellHello(): Paragraph[] {
  return [[say('Hello! Ask me about your running.')], canAnswer()];
}

export function tellThanks(): Paragraph[] {
  return [[say('You are welcome. Ask again after the next run.')]];
}

export function tellPlanElsewhere(): Paragraph[] {
  return paragraphs([
    say('I write no training plans in this conversation.'),
    say(
      'What I can give you is a suggestion for today, your training paces, and what you could race now, each with what it rests on.',
    ),
  ]);
}

export function tellNoRoute(): Paragraph[] {
  return paragraphs(
    [
      say(
        'A run without GPS, such as one on a treadmill, counts: its time and heart rate go into your weeks and your load, and its distance as far as the device measured one.',
      ),
    ],
    [
      say(
        'It has no map, no climb and no grade-adjusted pace, and it is no basis for predictions, because the belt decides what the device believes.',
      ),
      say(
        'A single run without a map usually means that the watch had no satellites in sight, or GPS was off.',
      ),
    ],
  );
}

export function tellNoSuchRun(what: string): Paragraph[] {
  return paragraphs([
    say(`I find no ${what} in your history.`),
    say('If you did run, the file may not have been brought in yet.'),
  ]);
}
