import type { GuardrailWords } from './guardrail-words.ts';

export const german: GuardrailWords = {
  answer: {
    emergency: [
      'Was du beschreibst, kann ein Notfall sein. Hör auf zu laufen und trainiere nicht.',
      'Wenn es gerade geschieht, neu ist oder wiederkommt: Ruf sofort die örtliche Notrufnummer an. Bleib nicht allein und fahr nicht selbst.',
      'Über Training spreche ich erst wieder, wenn eine Ärztin oder ein Arzt dich untersucht und freigegeben hat.',
    ],
    self_harm: [
      'Danke, dass du es sagst. Es tut mir leid, dass es so schwer ist. Du musst das nicht allein tragen.',
      'Wenn du danach handeln könntest oder verletzt bist, ruf jetzt die örtliche Notrufnummer an. Die Krisenhilfe in deinem Land hört rund um die Uhr zu; findahelpline.com nennt sie. Sag es, wenn du kannst, jemandem in deiner Nähe und bleib nicht allein.',
      'Das Laufen kann warten. Über Training spreche ich jetzt nicht.',
    ],
    heat_illness: [
      'Das können Zeichen einer Hitzeerkrankung sein, und die ist ein Notfall. Hör sofort auf.',
      'Zuerst kühlen: Schatten oder ein kühler Raum, kaltes Wasser über den ganzen Körper, wenn möglich ein Eisbad, nasse Tücher und Luftzug. Bei Verwirrtheit, Zusammenbruch oder Ohnmacht ruf die örtliche Notrufnummer an und kühle weiter, bis Hilfe kommt.',
      'Trainiere erst wieder, wenn eine Ärztin oder ein Arzt dich freigegeben hat.',
    ],
    bone_or_gait_pain: [
      'Solche Schmerzen können vom Knochen kommen, und Laufen kann es viel schlimmer machen. Lauf nicht.',
      'Lass es bald ärztlich oder physiotherapeutisch ansehen; wenn du das Bein nicht belasten kannst, noch heute. Bis dahin nur, was ohne Stöße und ganz ohne Schmerzen geht, etwa Schwimmen.',
      'Was es ist, kann ich nicht sagen, und Training schlage ich dazu nicht vor.',
    ],
    illness: [
      'Mit Fieber, Husten aus der Brust oder einem Infekt wird nicht trainiert, auch nicht locker. Nach einer Operation entscheidet, wer dich operiert hat, wann du wieder läufst.',
      'Ruh dich aus, bis du gesund bist, und fang dann in kleinen Schritten wieder an. Dauert es länger als eine Woche oder wird es schlimmer, geh zum Arzt.',
      'Brustschmerz, Herzrasen oder Atemnot in Ruhe: Ruf die örtliche Notrufnummer an.',
    ],
    low_energy: [
      'Danke, dass du es sagst. Ich nenne keine Gewichts- oder Kalorienziele, und mehr Training schlage ich darauf nicht vor.',
      'Zu wenig zu essen für das, was du läufst, trifft Hormone, Knochen und Stimmung. Das ist unter Läuferinnen und Läufern häufig, kein Mangel an Willen, und es lässt sich behandeln. Sprich bitte mit einer Ärztin oder einem Arzt, einer Ernährungsfachkraft für Sport oder einer Beratungsstelle für Essstörungen; findahelpline.com nennt Menschen, die zuhören.',
      'Wenn du ohnmächtig wirst oder dein Herz stolpert oder rast, hol dir noch heute ärztliche Hilfe.',
    ],
    pregnancy: [
      'In der Schwangerschaft und nach einer Geburt gebe ich nur allgemeine Auskunft: keinen Plan, kein Tempo, kein Ziel. Das gehört zu deiner Ärztin, deinem Arzt oder deiner Hebamme.',
      'Bewegung tut den meisten gut, wenn es mit ihnen besprochen ist. Hör auf und hol medizinische Hilfe bei Blutung, Wehen, Abgang von Fruchtwasser, Brustschmerz oder bei Schwindel oder Atemnot, die bleiben.',
      'Warte nach einer Geburt mindestens zwölf Wochen und lass den Beckenboden prüfen, bevor du wieder läufst.',
    ],
    minor: [
      'Unter achtzehn mache ich keinen persönlichen Trainingsplan und sage nichts über Gewicht.',
      'Ein wachsender Körper braucht jemanden, der dich laufen sieht: eine Trainerin oder einen Trainer in Schule oder Verein, zusammen mit deinen Eltern. Wenn etwas weh tut, hör auf und sag es einem Erwachsenen, dem du vertraust.',
    ],
    medication: [
      'Zu Medikamenten rate ich nicht: nicht zur Dosis, nicht zum Anfangen oder Absetzen, nicht zum Einnehmen für einen Lauf oder ein Rennen.',
      'Frag bitte in deiner Arztpraxis oder Apotheke, und sag dort, wie du trainierst. Setz ein verordnetes Mittel nicht selbst ab.',
      'Manche Mittel verändern Puls, Blutung, Blutzucker oder Sehnen. Wo der Puls betroffen ist, geh nach dem Gefühl der Anstrengung, nicht nach dem Puls.',
    ],
    complaint: [
      'Schmerz oder Krankheit kann ich von hier nicht beurteilen, und einen Lauf schlage ich darauf nicht vor.',
      'Lauf nicht, wenn der Schmerz mehr als leicht ist, deinen Schritt verändert, an einer Stelle auf dem Knochen sitzt oder in Ruhe oder nachts da ist: Lass es ärztlich oder physiotherapeutisch ansehen. Mit Fieber oder Husten aus der Brust ruh dich aus, bis du gesund bist.',
      'Brustschmerz, Ohnmacht oder Atemnot ohne Erklärung: Hör auf und ruf die örtliche Notrufnummer an.',
    ],
  },
  remark: {
    emergency:
      'Wenn jemand Brustschmerz hat, zusammenbricht oder keine Luft bekommt: Ruf jetzt die örtliche Notrufnummer an.',
    self_harm:
      'Wenn es dir oder jemandem, den du kennst, so geht: Die Krisenhilfe in deinem Land hört rund um die Uhr zu, findahelpline.com nennt sie; bei Gefahr die örtliche Notrufnummer.',
    heat_illness:
      'Bei Verwirrtheit oder Zusammenbruch in der Hitze: zuerst mit kaltem Wasser kühlen und die örtliche Notrufnummer anrufen.',
    bone_or_gait_pain:
      'Bei Schmerz auf dem Knochen, nachts oder in Ruhe, oder wenn du hinkst: nicht laufen und ärztlich ansehen lassen.',
    illness: 'Mit Fieber oder Husten aus der Brust: kein Training, bis du gesund bist.',
    low_energy:
      'Gewichts- oder Kalorienziele nenne ich nicht; wenn Essen oder Gewicht dich belasten, helfen Arztpraxis oder Beratungsstelle.',
    pregnancy:
      'In der Schwangerschaft und nach einer Geburt gehört Training zu deiner Ärztin, deinem Arzt oder deiner Hebamme.',
    minor:
      'Unter achtzehn entscheiden ein Mensch, der dich laufen sieht, und deine Eltern, nicht ich.',
    medication: 'Zu Medikamenten rate ich nicht: Frag in deiner Arztpraxis oder Apotheke.',
    overreaching:
      'Wochen mit fallender Form, schlechtem Schlaf oder gedrückter Stimmung brauchen eine Ruhewoche; wird es nicht besser, geh zum Arzt.',
    complaint:
      'Schmerz oder Krankheit kann ich von hier nicht beurteilen: Im Zweifel ruh dich aus und frag ärztlich nach.',
  },
  stands:
    'Was du vorhin in diesem Gespräch geschrieben hast, gilt noch, darum sage ich dasselbe noch einmal. Wenn du gesund oder ärztlich freigegeben bist, beginn ein neues Gespräch.',
};
