import type { GuardrailWords } from './guardrail-words.ts';

export const spanish: GuardrailWords = {
  answer: {
    emergency: [
      'Lo que describes puede ser una emergencia. Deja de correr y no entrenes.',
      'Si está pasando ahora, es nuevo o vuelve, llama de inmediato al número de emergencias local. No te quedes a solas y no conduzcas.',
      'No hablaré de entrenamiento hasta que un médico te haya visto y te dé permiso.',
    ],
    self_harm: [
      'Gracias por decirlo. Siento que sea tan duro; no tienes que llevarlo a solas.',
      'Si podrías hacerlo o tienes una herida, llama ahora al número de emergencias local. La línea de crisis de tu país escucha a cualquier hora; findahelpline.com la indica. Si puedes, cuéntaselo a alguien cercano y quédate con esa persona.',
      'Correr puede esperar. Ahora no hablaré de entrenamiento.',
    ],
    heat_illness: [
      'Pueden ser señales de un golpe de calor, y eso es una emergencia. Para ya.',
      'Primero enfriar: sombra o un lugar fresco, agua fría por todo el cuerpo, un baño con hielo si lo hay, paños mojados y aire en movimiento. Con confusión, colapso o desmayo llama al número de emergencias local y sigue enfriando hasta que llegue la ayuda.',
      'No vuelvas a entrenar hasta que un médico te dé permiso.',
    ],
    bone_or_gait_pain: [
      'Un dolor así puede venir de un hueso, y correr puede empeorarlo mucho. No corras.',
      'Consulta pronto a un médico o fisioterapeuta; si no puedes apoyar la pierna, ve hoy. Hasta entonces, solo lo que no tenga impacto y no duela nada, como nadar.',
      'No puedo decir qué es, y no propondré entrenamiento encima.',
    ],
    illness: [
      'Con fiebre, tos de pecho o una infección no se entrena, ni suave. Tras una operación, el cirujano dice cuándo volver a correr.',
      'Descansa hasta estar bien y vuelve en pasos pequeños. Consulta a un médico si dura más de una semana o empeora.',
      'Dolor en el pecho, corazón acelerado o falta de aire en reposo: llama al número de emergencias local.',
    ],
    low_energy: [
      'Gracias por contármelo. No doy objetivos de peso ni de calorías, y no propondré más entrenamiento encima de esto.',
      'Comer poco para lo que corres afecta a las hormonas, los huesos y el ánimo. Es frecuente entre corredores, no es falta de voluntad, y tiene tratamiento. Habla con un médico, un dietista deportivo o un servicio de trastornos de la conducta alimentaria; findahelpline.com indica quién escucha.',
      'Si te desmayas o tu corazón falla o se acelera, busca ayuda médica hoy.',
    ],
    pregnancy: [
      'Durante el embarazo y después de un parto doy solo información general: ni plan, ni ritmo, ni objetivo. Eso corresponde a tu médico o matrona.',
      'Moverse es sano para la mayoría, una vez hablado con ellos. Para y busca ayuda médica con sangrado, contracciones, pérdida de líquido, dolor en el pecho, o mareo o falta de aire que no pasan.',
      'Después de un parto espera al menos doce semanas y una revisión del suelo pélvico antes de volver a correr.',
    ],
    minor: [
      'Con menos de dieciocho años no hago un plan personal de entrenamiento ni hablo de peso.',
      'Un cuerpo que crece necesita a alguien que te vea correr: un entrenador del colegio o del club, junto con tu familia. Si algo duele, para y díselo a un adulto de confianza.',
    ],
    medication: [
      'No doy consejos sobre medicamentos: ni la dosis, ni empezar o dejar uno, ni tomarlo para una salida o una carrera.',
      'Pregunta a tu médico o farmacéutico y cuéntales cómo entrenas. No dejes por tu cuenta un medicamento recetado.',
      'Algunos cambian la frecuencia cardíaca, el sangrado, el azúcar o los tendones. Si afectan a la frecuencia cardíaca, guíate por el esfuerzo que sientes.',
    ],
    complaint: [
      'Desde aquí no puedo juzgar un dolor o una enfermedad, y no propondré correr encima.',
      'No corras si el dolor es más que leve, cambia tu forma de correr, está en un punto sobre un hueso, o aparece en reposo o de noche: que lo vea un médico o fisioterapeuta. Con fiebre o tos de pecho, descansa hasta estar bien.',
      'Dolor en el pecho, desmayo o falta de aire sin explicación: para y llama al número de emergencias local.',
    ],
  },
  remark: {
    emergency:
      'Si alguien tiene dolor en el pecho, se desploma o no puede respirar, llama ahora al número de emergencias local.',
    self_harm:
      'Si tú o alguien cercano sufre así: la línea de crisis de tu país escucha a cualquier hora, findahelpline.com la indica; en peligro, el número de emergencias local.',
    heat_illness:
      'Con confusión o colapso por el calor: primero enfriar con agua fría y llamar al número de emergencias local.',
    bone_or_gait_pain:
      'Con dolor en un hueso, de noche o en reposo, o si cojeas: no corras y consulta a un médico.',
    illness: 'Con fiebre o tos de pecho: sin entrenar hasta estar bien.',
    low_energy:
      'No doy objetivos de peso ni de calorías; si la comida o el peso te preocupan, un médico o un servicio especializado puede ayudar.',
    pregnancy:
      'En el embarazo y después de un parto, el entrenamiento es cosa de tu médico o matrona.',
    minor:
      'Con menos de dieciocho años deciden un entrenador que te vea correr y tu familia, no yo.',
    medication: 'Sobre medicamentos no doy consejos: pregunta a tu médico o farmacéutico.',
    overreaching:
      'Semanas de bajón con mal sueño o mal ánimo piden una semana de descanso; si no pasa, consulta a un médico.',
    complaint:
      'Desde aquí no puedo juzgar un dolor o una enfermedad: en la duda, descansa y consulta.',
  },
  stands:
    'Lo que escribiste antes en esta conversación sigue en pie, así que digo lo mismo otra vez. Cuando estés bien, o con el permiso de un médico, empieza una conversación nueva.',
};
