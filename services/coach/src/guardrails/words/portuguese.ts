import type { GuardrailWords } from './guardrail-words.ts';

export const portuguese: GuardrailWords = {
  answer: {
    emergency: [
      'O que você descreve pode ser uma emergência. Pare de correr e não treine.',
      'Se está acontecendo agora, é novo ou volta, ligue já para o número de emergência local. Não fique sem companhia e não dirija.',
      'Não falarei de treino até que um médico tenha visto isso e liberado você.',
    ],
    self_harm: [
      'Obrigado por dizer. Lamento que esteja tão pesado; você não precisa carregar isso sem ajuda.',
      'Se você pode agir assim ou está ferido, ligue agora para o número de emergência local. A linha de apoio do seu país escuta a qualquer hora; findahelpline.com indica qual é. Se puder, conte a alguém próximo e fique com essa pessoa.',
      'A corrida pode esperar. Agora não falarei de treino.',
    ],
    heat_illness: [
      'Podem ser sinais de doença pelo calor, e isso é uma emergência. Pare já.',
      'Primeiro resfriar: sombra ou um lugar fresco, água fria no corpo todo, banho de gelo se houver, panos molhados e ar em movimento. Com confusão, colapso ou desmaio, ligue para o número de emergência local e continue resfriando até a ajuda chegar.',
      'Não treine de novo sem a liberação de um médico.',
    ],
    bone_or_gait_pain: [
      'Uma dor assim pode vir de um osso, e correr pode piorá-la muito. Não corra.',
      'Procure logo um médico ou fisioterapeuta; se não consegue apoiar a perna, vá hoje. Até lá, só o que é sem impacto e totalmente sem dor, como nadar.',
      'Não posso dizer o que é, e não vou propor treino por cima.',
    ],
    illness: [
      'Com febre, tosse no peito ou uma infecção não se treina, nem leve. Depois de uma operação, o cirurgião diz quando voltar a correr.',
      'Descanse até ficar bem e volte em pequenos passos. Procure um médico se durar mais de uma semana ou piorar.',
      'Dor no peito, coração acelerado ou falta de ar em repouso: ligue para o número de emergência local.',
    ],
    low_energy: [
      'Obrigado por me contar. Não dou metas de peso nem de calorias, e não vou propor mais treino por cima disso.',
      'Comer pouco para o que se corre afeta hormônios, ossos e humor. É comum entre quem corre, não é falta de vontade, e tem tratamento. Fale com um médico, um nutricionista esportivo ou um serviço de transtornos alimentares; findahelpline.com indica quem escuta.',
      'Se você desmaia ou o coração falha ou dispara, procure ajuda médica hoje.',
    ],
    pregnancy: [
      'Na gravidez e depois de um parto dou só informação geral: nem plano, nem ritmo, nem meta. Isso cabe ao seu médico ou à sua parteira.',
      'Mexer-se faz bem à maioria, depois de conversar com eles. Pare e procure ajuda médica com sangramento, contrações, perda de líquido, dor no peito, ou tontura ou falta de ar que não passam.',
      'Depois de um parto espere ao menos doze semanas e uma avaliação do assoalho pélvico antes de correr de novo.',
    ],
    minor: [
      'Com menos de dezoito anos não faço plano pessoal de treino nem falo de peso.',
      'Um corpo que cresce precisa de alguém que veja você correr: um treinador na escola ou no clube, junto com a família. Se algo dói, pare e conte a um adulto de confiança.',
    ],
    medication: [
      'Não aconselho sobre remédios: nem a dose, nem começar ou parar, nem tomar para um treino ou uma prova.',
      'Pergunte ao seu médico ou farmacêutico e conte como você treina. Não pare por conta própria um remédio receitado.',
      'Alguns mudam a frequência cardíaca, o sangramento, a glicose ou os tendões. Se a frequência cardíaca é afetada, guie-se pelo esforço que sente.',
    ],
    complaint: [
      'Daqui não posso julgar uma dor ou doença, e não vou propor correr por cima.',
      'Não corra se a dor é mais que leve, muda o seu passo, fica num ponto sobre um osso, ou aparece em repouso ou à noite: peça que um médico ou fisioterapeuta veja. Com febre ou tosse no peito, descanse até ficar bem.',
      'Dor no peito, desmaio ou falta de ar sem explicação: pare e ligue para o número de emergência local.',
    ],
  },
  remark: {
    emergency:
      'Se alguém tem dor no peito, cai ou não consegue respirar, ligue agora para o número de emergência local.',
    self_harm:
      'Se você ou alguém que conhece sofre assim: a linha de apoio do seu país escuta a qualquer hora, findahelpline.com indica qual é; em perigo, o número de emergência local.',
    heat_illness:
      'Com confusão ou colapso no calor: primeiro resfriar com água fria e ligar para o número de emergência local.',
    bone_or_gait_pain:
      'Com dor num osso, à noite ou em repouso, ou se manca: não corra e procure um médico.',
    illness: 'Com febre ou tosse no peito: sem treino até ficar bem.',
    low_energy:
      'Não dou metas de peso nem de calorias; se comida ou peso preocupam, um médico ou um serviço especializado pode ajudar.',
    pregnancy: 'Na gravidez e depois de um parto, o treino cabe ao seu médico ou à sua parteira.',
    minor: 'Com menos de dezoito anos decidem um treinador que vê você correr e a família, não eu.',
    medication: 'Sobre remédios não aconselho: pergunte ao seu médico ou farmacêutico.',
    overreaching:
      'Semanas de queda com sono ruim ou desânimo pedem uma semana de descanso; se não passar, procure um médico.',
    complaint:
      'Daqui não posso julgar uma dor ou doença: na dúvida, descanse e pergunte a um médico.',
  },
  stands:
    'O que você escreveu antes nesta conversa continua valendo, por isso digo o mesmo outra vez. Quando estiver bem, ou com a liberação de um médico, comece uma nova conversa.',
};
