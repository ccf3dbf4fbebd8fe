import type { GuardrailWords } from './guardrail-words.ts';

export const french: GuardrailWords = {
  answer: {
    emergency: [
      'Ce que vous décrivez peut être une urgence. Arrêtez de courir et ne vous entraînez pas.',
      'Si cela se passe maintenant, est nouveau ou revient, appelez tout de suite le numéro d’urgence local. Ne restez pas seul et ne conduisez pas.',
      'Je ne parlerai plus d’entraînement avant qu’un médecin vous ait examiné et ait donné son accord.',
    ],
    self_harm: [
      'Merci de l’avoir dit. Je suis désolé que ce soit si lourd ; vous n’avez pas à le porter seul.',
      'Si vous risquez de passer à l’acte ou si vous êtes blessé, appelez maintenant le numéro d’urgence local. La ligne d’écoute de votre pays répond à toute heure ; findahelpline.com l’indique. Si vous le pouvez, parlez-en à quelqu’un près de vous et restez avec cette personne.',
      'La course peut attendre. Je ne parlerai pas d’entraînement maintenant.',
    ],
    heat_illness: [
      'Ce peuvent être les signes d’un coup de chaleur, et c’est une urgence. Arrêtez tout de suite.',
      'Refroidissez d’abord : ombre ou pièce fraîche, eau froide sur tout le corps, bain glacé si possible, linges mouillés et air en mouvement. En cas de confusion, de malaise ou d’évanouissement, appelez le numéro d’urgence local et continuez à refroidir jusqu’à l’arrivée des secours.',
      'Ne reprenez pas l’entraînement sans l’accord d’un médecin.',
    ],
    bone_or_gait_pain: [
      'Une telle douleur peut venir d’un os, et courir peut beaucoup l’aggraver. Ne courez pas.',
      'Consultez bientôt un médecin ou un kinésithérapeute ; si vous ne pouvez pas vous appuyer sur la jambe, allez-y aujourd’hui. D’ici là, seulement ce qui est sans impact et sans aucune douleur, comme la natation.',
      'Je ne peux pas dire ce que c’est, et je ne proposerai pas d’entraînement par-dessus.',
    ],
    illness: [
      'Avec de la fièvre, une toux de poitrine ou une infection, on ne s’entraîne pas, même doucement. Après une opération, c’est le chirurgien qui dit quand reprendre.',
      'Reposez-vous jusqu’à la guérison, puis reprenez par petites étapes. Consultez si cela dure plus d’une semaine ou s’aggrave.',
      'Douleur à la poitrine, cœur qui s’emballe ou essoufflement au repos : appelez le numéro d’urgence local.',
    ],
    low_energy: [
      'Merci de me le dire. Je ne donne aucun objectif de poids ni de calories, et je ne proposerai pas plus d’entraînement par-dessus.',
      'Manger trop peu pour ce que l’on court touche les hormones, les os et l’humeur. C’est fréquent chez les coureurs, ce n’est pas un manque de volonté, et cela se soigne. Parlez-en à un médecin, à un diététicien du sport ou à un service spécialisé ; findahelpline.com indique des personnes qui écoutent.',
      'Si vous vous évanouissez ou si votre cœur a des ratés ou s’emballe, consultez aujourd’hui.',
    ],
    pregnancy: [
      'Pendant une grossesse et après une naissance, je ne donne que des informations générales : ni plan, ni allure, ni objectif. Cela revient à votre médecin ou à votre sage-femme.',
      'Bouger est bon pour la plupart, une fois que vous en avez parlé avec eux. Arrêtez et consultez en cas de saignement, de contractions, de perte de liquide, de douleur à la poitrine, ou de vertiges ou d’essoufflement qui durent.',
      'Après une naissance, attendez au moins douze semaines et un bilan du périnée avant de recourir.',
    ],
    minor: [
      'Avant dix-huit ans, je ne fais pas de plan d’entraînement personnel et je ne parle pas de poids.',
      'Un corps qui grandit a besoin de quelqu’un qui vous voit courir : un entraîneur à l’école ou en club, avec un parent. Si quelque chose fait mal, arrêtez et dites-le à un adulte de confiance.',
    ],
    medication: [
      'Je ne donne pas de conseils sur les médicaments : ni sur la dose, ni pour commencer ou arrêter, ni pour en prendre avant une sortie ou une course.',
      'Demandez à votre médecin ou à votre pharmacien, et dites-leur comment vous vous entraînez. N’arrêtez pas seul un traitement prescrit.',
      'Certains médicaments changent la fréquence cardiaque, la coagulation, la glycémie ou les tendons. Quand la fréquence cardiaque est touchée, fiez-vous à l’effort ressenti.',
    ],
    complaint: [
      'Je ne peux pas juger d’ici une douleur ou une maladie, et je ne proposerai pas de courir par-dessus.',
      'Ne courez pas si la douleur est plus que légère, change votre foulée, se situe en un point sur un os, ou est là au repos ou la nuit : faites-la examiner. Avec de la fièvre ou une toux de poitrine, reposez-vous jusqu’à la guérison.',
      'Douleur à la poitrine, évanouissement ou essoufflement inexpliqué : arrêtez et appelez le numéro d’urgence local.',
    ],
  },
  remark: {
    emergency:
      'Si quelqu’un a mal à la poitrine, s’effondre ou ne peut plus respirer, appelez maintenant le numéro d’urgence local.',
    self_harm:
      'Si vous ou un proche souffrez à ce point : la ligne d’écoute de votre pays répond à toute heure, findahelpline.com l’indique ; en cas de danger, le numéro d’urgence local.',
    heat_illness:
      'Confusion ou malaise par la chaleur : refroidir d’abord à l’eau froide et appeler le numéro d’urgence local.',
    bone_or_gait_pain:
      'En cas de douleur sur un os, la nuit ou au repos, ou si vous boitez : ne courez pas et consultez.',
    illness: 'Avec de la fièvre ou une toux de poitrine : pas d’entraînement avant la guérison.',
    low_energy:
      'Je ne donne aucun objectif de poids ni de calories ; si l’alimentation ou le poids vous pèse, un médecin ou un service spécialisé peut aider.',
    pregnancy:
      'Pendant une grossesse et après une naissance, l’entraînement relève de votre médecin ou de votre sage-femme.',
    minor:
      'Avant dix-huit ans, c’est un entraîneur qui vous voit courir et un parent qui décident, pas moi.',
    medication:
      'Sur les médicaments je ne donne pas de conseils : demandez à votre médecin ou à votre pharmacien.',
    overreaching:
      'Des semaines de baisse de forme avec un mauvais sommeil ou un moral bas demandent une semaine de repos ; si cela persiste, consultez.',
    complaint:
      'Je ne peux pas juger d’ici une douleur ou une maladie : dans le doute, reposez-vous et consultez.',
  },
  stands:
    'Ce que vous avez écrit plus tôt dans cette conversation reste valable, je redis donc la même chose. Une fois guéri, ou avec l’accord d’un médecin, commencez une nouvelle conversation.',
};
