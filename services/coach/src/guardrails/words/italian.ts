import type { GuardrailWords } from './guardrail-words.ts';

export const italian: GuardrailWords = {
  answer: {
    emergency: [
      'Quello che descrivi può essere un’emergenza. Smetti di correre e non allenarti.',
      'Se sta succedendo ora, è nuovo o ritorna, chiama subito il numero di emergenza locale. Non restare da solo e non guidare.',
      'Non parlerò di allenamento finché un medico non ti avrà visitato e dato il via libera.',
    ],
    self_harm: [
      'Grazie di averlo detto. Mi dispiace che sia così pesante; non devi portarlo da solo.',
      'Se potresti farlo o sei ferito, chiama adesso il numero di emergenza locale. La linea di ascolto del tuo paese risponde a ogni ora; findahelpline.com la indica. Se puoi, dillo a qualcuno vicino a te e resta con quella persona.',
      'La corsa può aspettare. Ora non parlerò di allenamento.',
    ],
    heat_illness: [
      'Possono essere segni di un colpo di calore, ed è un’emergenza. Fermati subito.',
      'Prima raffreddare: ombra o un luogo fresco, acqua fredda su tutto il corpo, un bagno di ghiaccio se c’è, panni bagnati e aria in movimento. Con confusione, collasso o svenimento chiama il numero di emergenza locale e continua a raffreddare finché arrivano i soccorsi.',
      'Non allenarti di nuovo senza il via libera di un medico.',
    ],
    bone_or_gait_pain: [
      'Un dolore così può venire da un osso, e correre può peggiorarlo molto. Non correre.',
      'Fatti vedere presto da un medico o fisioterapista; se non riesci ad appoggiare la gamba, vai oggi. Fino ad allora solo ciò che è senza impatto e del tutto senza dolore, come il nuoto.',
      'Non posso dire che cosa sia, e non proporrò allenamento.',
    ],
    illness: [
      'Con febbre, tosse di petto o un’infezione non ci si allena, nemmeno piano. Dopo un’operazione è il chirurgo a dire quando tornare a correre.',
      'Riposa finché stai bene, poi riprendi a piccoli passi. Vai dal medico se dura più di una settimana o peggiora.',
      'Dolore al petto, cuore accelerato o fiato corto a riposo: chiama il numero di emergenza locale.',
    ],
    low_energy: [
      'Grazie di avermelo detto. Non do obiettivi di peso o di calorie, e non proporrò altro allenamento.',
      'Mangiare troppo poco per quanto corri tocca ormoni, ossa e umore. È frequente tra chi corre, non è mancanza di volontà, e si cura. Parlane con un medico, un dietista sportivo o un servizio per i disturbi alimentari; findahelpline.com indica chi ascolta.',
      'Se svieni o il cuore perde colpi o accelera, cerca aiuto medico oggi.',
    ],
    pregnancy: [
      'In gravidanza e dopo un parto do solo informazioni generali: nessun piano, ritmo o obiettivo. Spettano al tuo medico o all’ostetrica.',
      'Muoversi fa bene alla maggior parte, dopo averne parlato con loro. Fermati e cerca aiuto medico con sanguinamento, contrazioni, perdita di liquido, dolore al petto, o capogiri o fiato corto che restano.',
      'Dopo un parto aspetta almeno dodici settimane e un controllo del pavimento pelvico prima di correre di nuovo.',
    ],
    minor: [
      'Sotto i diciotto anni non faccio un piano personale di allenamento e non parlo di peso.',
      'Un corpo che cresce ha bisogno di qualcuno che ti veda correre: un allenatore a scuola o in società, insieme a un genitore. Se qualcosa fa male, fermati e dillo a un adulto di cui ti fidi.',
    ],
    medication: [
      'Non do consigli sui farmaci: né sulla dose, né per iniziare o smettere, né per prenderli per una corsa o una gara.',
      'Chiedi al tuo medico o al farmacista e racconta come ti alleni. Non smettere da solo un farmaco prescritto.',
      'Alcuni cambiano il battito, il sanguinamento, la glicemia o i tendini. Se il battito ne risente, vai a sensazione di fatica.',
    ],
    complaint: [
      'Da qui non posso giudicare un dolore o una malattia, e non proporrò di correrci sopra.',
      'Non correre se il dolore è più che lieve, cambia il tuo passo, sta in un punto su un osso, o c’è a riposo o di notte: fallo vedere. Con febbre o tosse di petto riposa finché stai bene.',
      'Dolore al petto, svenimento o fiato corto senza spiegazione: fermati e chiama il numero di emergenza locale.',
    ],
  },
  remark: {
    emergency:
      'Se qualcuno ha dolore al petto, crolla o non respira bene, chiama adesso il numero di emergenza locale.',
    self_harm:
      'Se tu o qualcuno che conosci sta così male: la linea di ascolto del tuo paese risponde a ogni ora, findahelpline.com la indica; in pericolo, il numero di emergenza locale.',
    heat_illness:
      'Con confusione o collasso per il caldo: prima raffreddare con acqua fredda e chiamare il numero di emergenza locale.',
    bone_or_gait_pain:
      'Con dolore su un osso, di notte o a riposo, o se zoppichi: non correre e fatti vedere.',
    illness: 'Con febbre o tosse di petto: niente allenamento finché stai bene.',
    low_energy:
      'Non do obiettivi di peso o di calorie; se il cibo o il peso ti preoccupano, un medico o un servizio specializzato può aiutare.',
    pregnancy: 'In gravidanza e dopo un parto l’allenamento spetta al tuo medico o all’ostetrica.',
    minor:
      'Sotto i diciotto anni decidono un allenatore che ti vede correre e un genitore, non io.',
    medication: 'Sui farmaci non do consigli: chiedi al tuo medico o al farmacista.',
    overreaching:
      'Settimane di calo con sonno cattivo o umore basso chiedono una settimana di riposo; se non passa, vai dal medico.',
    complaint:
      'Da qui non posso giudicare un dolore o una malattia: nel dubbio riposa e chiedi a un medico.',
  },
  stands:
    'Quello che hai scritto prima in questa conversazione vale ancora, quindi dico di nuovo lo stesso. Quando stai bene, o con il via libera di un medico, inizia una nuova conversazione.',
};
