import type { GuardrailWords } from './guardrail-words.ts';

export const english: GuardrailWords = {
  answer: {
    emergency: [
      'What you describe can be an emergency. Stop running, and do not train.',
      'If it is happening now, is new or comes back, call the local emergency number right away. Do not stay alone and do not drive yourself.',
      'I will not talk about training until a doctor has looked at this and cleared you.',
    ],
    self_harm: [
      'Thank you for saying it. I am sorry it is this heavy, and you do not have to carry it alone.',
      'If you might act on it, or are hurt, call the local emergency number now. Your local crisis line listens at any hour; findahelpline.com lists the one of your country. If you can, tell someone near you and stay with them.',
      'Running can wait. I will not talk about training now.',
    ],
    heat_illness: [
      'These can be signs of heat illness, and that is an emergency. Stop at once.',
      'Cool first: shade or a cool room, cold water over the whole body, an ice bath if there is one, wet towels and moving air. With confusion, collapse or fainting call the local emergency number, and keep cooling until help comes.',
      'Do not train again until a doctor has cleared you.',
    ],
    bone_or_gait_pain: [
      'Pain like this can come from a bone, and running on it can make it much worse. Do not run.',
      'See a doctor or physiotherapist soon; if you cannot put weight on the leg, go today. Until then only what is free of impact and completely free of pain, such as swimming.',
      'I cannot tell what it is, and I will not suggest training on top of it.',
    ],
    illness: [
      'With fever, a chest cough or an infection, do not train, not even gently. After an operation, the surgeon says when you may run again.',
      'Rest until you are well, then come back in small steps. See a doctor if it lasts longer than a week or gets worse.',
      'Chest pain, a racing heart, or breathlessness at rest: call the local emergency number.',
    ],
    low_energy: [
      'Thank you for telling me. I give no weight or calorie targets, and I will not suggest more training on top of this.',
      'Eating too little for what you run affects hormones, bones and mood. It is common among runners, it is not a lack of will, and it can be treated. Please talk to a doctor, a sports dietitian or an eating-disorder service; findahelpline.com lists people who listen.',
      'If you faint, or your heart stumbles or races, get medical help today.',
    ],
    pregnancy: [
      'During pregnancy and after a birth I give general information only: no plan, no pace, no goal. Those belong to your doctor or midwife.',
      'Moving is healthy for most, once you have talked it through with them. Stop and get medical help with bleeding, contractions, loss of fluid, chest pain, or dizziness or breathlessness that stays.',
      'After a birth, wait at least twelve weeks and have a pelvic-health check before you run again.',
    ],
    minor: [
      'Under eighteen I make no personal training plan and say nothing about weight.',
      'A growing body needs somebody who sees you run: a coach at school or in a club, together with a parent or guardian. If something hurts, stop and tell an adult you trust.',
    ],
    medication: [
      'I do not advise on medicines: not on the dose, not on starting or stopping, not on taking one for a run or a race.',
      'Please ask your doctor or pharmacist, and tell them how you train. Do not stop a prescribed medicine on your own.',
      'Some medicines change heart rate, bleeding, blood sugar or tendons. Where heart rate is affected, go by how hard it feels, not by heart rate.',
    ],
    complaint: [
      'I cannot judge pain or illness from here, and I will not suggest a run on top of either.',
      'Do not run if the pain is more than mild, changes how you run, sits in one spot on a bone, or is there at rest or at night: have a doctor or physiotherapist look at it. With fever or a chest cough, rest until you are well.',
      'Chest pain, fainting, or breathlessness you cannot explain: stop and call the local emergency number.',
    ],
  },
  remark: {
    emergency:
      'If anybody has chest pain, collapses or cannot get their breath, call the local emergency number now.',
    self_harm:
      'If you or somebody you know is in that kind of pain: your local crisis line listens at any hour, and findahelpline.com lists it; in danger, call the local emergency number.',
    heat_illness:
      'With confusion or collapse in the heat: cool first with cold water, and call the local emergency number.',
    bone_or_gait_pain:
      'With pain on a bone, pain at night or at rest, or a limp: do not run, and see a doctor or physiotherapist.',
    illness: 'With fever or a chest cough: no training until you are well.',
    low_energy:
      'I give no weight or calorie targets; if eating or weight is a worry, a doctor or a specialist service can help.',
    pregnancy: 'In pregnancy and after a birth, training is a matter for your doctor or midwife.',
    minor: 'Under eighteen, a coach who sees you run and a parent or guardian decide, not I.',
    medication: 'On medicines I do not advise: ask your doctor or pharmacist.',
    overreaching:
      'Weeks of falling form with poor sleep or low mood ask for a week of rest; if it does not lift, see a doctor.',
    complaint: 'I cannot judge pain or illness from here: in doubt, rest and ask a doctor.',
  },
  stands:
    'What you wrote earlier in this conversation still stands, so I say the same again. Once you are well, or a doctor has cleared you, begin a new conversation.',
};
