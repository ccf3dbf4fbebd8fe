import { describe, expect, it } from '@jest/globals';
import { bindWhole } from '../../test/bound-text.ts';

const claims = [
  'I moved your run to Friday.',
  "I've moved your long run to Sunday.",
  'I’ve moved your long run to Sunday.',
  'I have moved the run.',
  "I've updated your plan.",
  'I have just updated your training plan.',
  'I already updated it for you.',
  'I logged it.',
  'I logged it for you.',
  "I've logged that.",
  "I've logged your run.",
  'I went ahead and moved your tempo run to Thursday.',
  "I've gone ahead and rescheduled your week.",
  'I changed your goal to a half marathon.',
  'I adjusted your zones.',
  "I've added a rest day to your plan.",
  "I've added an easy run on Monday.",
  'I removed tomorrow’s session.',
  "I've cancelled your workout.",
  'I deleted the activity.',
  'I set a reminder for you.',
  "I've set your goal.",
  "I've scheduled your next long run.",
  "I've saved this to your notes.",
  "I've put it in your calendar.",
  "I've swapped the sessions.",
  "We've updated your schedule.",
  'We moved your run.',
  'Evensplit has updated your plan.',
  "I'm moving your run to Friday.",
  'I am updating your plan now.',
  "I'll move your run to Friday.",
  'I will update your plan.',
  "I'll log it.",
  "I'm going to reschedule your long run.",
  "I'll go ahead and update your plan.",
  "I'll remind you.",
  "I've taken care of it.",
  "I've done that.",
  "I'll remember that.",
  'I will remember your Achilles for next time.',
  "I've remembered it.",
  "I've noted that.",
  'I have noted it for you.',
  "I'll note that down.",
  "I'll keep that in mind.",
  'Done, I moved it to Friday.',
  'Okay, I updated your plan.',
  'As you asked, I moved your run to Friday.',
  'You were tired, so I shortened your long run.',
  'Moved your run to Friday.',
  'Updated your plan.',
  'Done! Rescheduled the session.',
  'Your plan has been updated.',
  'Your run has been moved to Friday.',
  'Your long run has now been rescheduled.',
  'It has been moved to Friday.',
  'The workout was just moved to Friday.',
  'Your plan is now updated.',
  'Your plan was changed.',
  'All your sessions have been rescheduled.',
  'The changes have been saved.',
  "**I've moved your run** to Friday.",
  '- I moved your run to Friday.',
];

const truths = [
  'I would move your long run to Sunday.',
  'I could not find a run on Friday.',
  'I cannot move your run.',
  "I can't update your plan.",
  'I have not moved anything.',
  'I looked at your runs.',
  'I compared your last runs.',
  "I'd shift the tempo run to Friday.",
  'I suggest that you move your run to Friday.',
  'You moved your run to Friday.',
  'You could move it to Friday.',
  'If I moved your run to Friday, you would rest less.',
  'Move your run to Friday.',
  'Your run was recorded without a heart rate.',
  'Your runs have been logged without a heart rate.',
  'Your pace has been changing.',
  'Your plan has an easy day on Friday.',
  'Your plan is easy this week.',
  'It was moved by the wind.',
  'The session was hard.',
  'I see that your plan changed.',
  'I put the two runs side by side.',
  'I added up nothing.',
  'Updated figures would help.',
  'Moved by the music, you sped up.',
  'I think it is fine.',
  "I'll keep it short.",
  "I'm sure it was a good run.",
  'I will not guess.',
  'I set no store by it.',
  'That has changed your form.',
  'Has your plan changed?',
  'I noted a faster finish.',
  'I noted that your heart rate rose.',
  'I remember nothing of that.',
  'You noted that your calf was tight.',
  "I'll keep it easy to read.",
];

describe('a change that was never made is not claimed', () => {
  it.each(claims)('%s', (text) => {
    const { shown, struck } = bindWhole(`Hello. ${text} Sleep well.`);
    expect(struck.length).toBe(1);
    expect(shown).toMatch(/(?:nothing has been changed|(?:is|are) unchanged)/i);
    expect(shown).toMatch(/^Hello\. .*\. Sleep well\.$/);
    expect(shown).not.toMatch(/Friday|Sunday|moved|updated|logged|added/);
  });

  it.each(truths)('%s', (text) => {
    const { shown, struck } = bindWhole(text);
    expect(struck).toEqual([]);
    expect(shown).toBe(text);
  });

  it.each([
    ['I moved your run to Friday. Rest today.', 'Nothing has been changed. Rest today.'],
    ['As you asked, I moved it to Friday.', 'As you asked, nothing has been changed.'],
    ['Your plan has been updated for the 3rd time!', 'Your plan is unchanged.'],
    ['I moved your run, all {{dist}} of it\nRest.', 'Nothing has been changed\nRest.'],
    ['I moved your run to Friday', 'Nothing has been changed'],
  ])('%s', (text, expected) => {
    expect(bindWhole(text).shown).toBe(expected);
  });
});
