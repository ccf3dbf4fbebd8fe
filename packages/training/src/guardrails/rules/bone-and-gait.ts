import { textRule } from './rule.ts';

/** Focal bone pain, pain at night or rest, limping, strong pain, groin and hip pain, one hot swollen calf, in seven languages. */
export const BONE_AND_GAIT = [
  textRule('bone_or_gait_pain', 'bone-stress', [
    'stress (fracture*|reaction*|fraktur*)|(bone|tibia|tibial|shin ?bone|metatarsal|fibula|femur|heel ?bone|navicular|sacrum|pelvis|pelvic) <5> (pain*|hurt*|ache*|aching|tender|sore|stress|fracture*|broken)|(pinpoint|focal|one spot|single spot|specific spot|exact spot|one point) ~6 (pain*|shin|tibia|bone|foot|tender|hurt*)|(pain*|hurt*|tender|sore) ~6 (one spot|single spot|one exact spot|specific spot|one point|pinpoint|to the touch on the bone|on the bone|when i press)|(hairline|broken) ~1 (fracture|bone|foot|toe|ankle|shin)',
    'ermudungsbruch|stressfraktur|stressreaktion|ermudungsfraktur|knochen ~2 (schmerz*|weh|odem)|knochenschmerz*|knochenodem|(schienbein|mittelfuss*|oberschenkelknochen|fersenbein|kreuzbein|becken) ~5 (punktuell*|punktformig*|druckschmerz*|genau an einer stelle|einer stelle|klopf*)|(punktuell*|druckschmerz*|punktformig*|stechend*) ~5 (schienbein|mittelfuss*|knochen|fuss|schmerz)',
    'fracture de (fatigue|stress)|(douleur*|mal) ~4 (osseuse*|a l os|aux os|tibia ~3 point|un point precis|point precis|metatars*)|(tibia|metatarse|os) ~6 (point precis|douloureux|un seul point|fait mal|pression)|douleur* osseuse*|periostite ~4 nuit',
    'fractura* (por|de) (estres|sobrecarga|fatiga|esforco)|fractura\\w* ~2 estres|(dolor|dor|duele|doi) ~5 (hueso|oseo|osso|ossea|tibia|punto|punto exacto|un punto|metatarsian*|ponto)|(tibia|hueso|osso) ~5 (punto|ponto|duele|doi|dolorid*)|fratura* (de|por) (stress|estresse|esforco|fadiga)',
    'frattura* da (stress|durata|fatica)|(dolore|male|fa male) ~5 (osso|osseo|tibia|punto preciso|un punto|metatars*)|(tibia|osso) ~5 (punto preciso|punto|fa male|dolente)',
    '(stress|vermoeidheids) ?(fractuur|breuk)|stressfractuur|vermoeidheidsbreuk|(bot|scheenbeen|middenvoet*|dijbeen) ~5 (pijn*|een plek|drukpijn|gevoelig|zeer)|botpijn|(pijn*|zeer) ~5 (bot|een plek|een punt|scheenbeenbot)',
  ]),
  textRule('bone_or_gait_pain', 'night-or-rest-pain', [
    '(pain*|hurt*|ache*|aching|throb*|sore) ~6 (at night|during the night|wakes me|wake me|waking me|woke me|at rest|even when resting|when im resting|while resting|in bed|lying down|even sitting|not running|without moving)|(wake*|woke|waking) ~5 (pain|throbbing|aching)|night ?(pain|time pain)|rest pain|keeps me awake',
    '(schmerz*|weh|pocht|sticht) ~6 (nachts|in der nacht|in ruhe|im ruhezustand|im liegen|beim liegen|auch ohne belastung|im sitzen)|(nachts|in ruhe|ruhe) ~5 (schmerz*|weh)|nachtschmerz*|ruheschmerz*|(wache|aufwachen|wach) ~5 schmerz*|schmerz* ~6 (aufgewacht|wach)',
    '(douleur*|mal|lance) ~6 (la nuit|au repos|meme au repos|dans mon lit|couche*|reveille*|assis*)|reveille* ~4 (douleur|mal)|douleur* nocturne*',
    '(dolor|duele|molesta) ~6 (por la noche|de noche|en reposo|al descansar|me despierta|durmiendo|en la cama|sentad*)|me despierta ~4 dolor|dolor nocturno|(dor|doi) ~6 (a noite|de noite|durante a noite|em repouso|acorda*|na cama|parad[oa])|acord\\w* ~4 dor',
    '(dolore|male|duole) ~6 (di notte|la notte|a riposo|anche a riposo|mi sveglia|a letto|da fermo|da ferma)|mi sveglia ~4 dolore|dolore notturno',
    '(pijn*|zeer) ~6 (nachts|s nachts|in rust|in bed|wakker|bij rust|zittend|liggend)|nachtelijke pijn|rustpijn|wakker ~3 (pijn|van de pijn)|(nachts|in rust) ~5 pijn*',
  ]),
  textRule('bone_or_gait_pain', 'gait-or-strong-pain', [
    'limp|limping|limped|hobbl*|(changed|changes|changing|altered|alters|affects|affecting) ~2 (gait|stride|running form|the way i (run|walk))|(cant|cannot|couldnt|unable to|cant even|hardly|barely) ~3 (put weight|bear weight|weight on|weight bear|walk ~2 (pain*|normally|properly)|stand on)|(pain*|hurt*) ~6 ([4-9]|10) (outof10|out of 10|out of ten)|pain ~2 (four|five|six|seven|eight|nine|ten) out of ten|([4-9]|10) outof10 ~4 pain*|(favoring|favouring|compensating) ~3 (leg|foot|side|pain*)',
    'humpel*|humple|hinke|hinken|hinkt|schonhaltung|(nicht|kaum|nicht mehr) ~3 (auftreten|belasten)|schmerz* ~6 ([4-9]|10) (outof10|von 10|von zehn)|([4-9]|10) (outof10|von 10) ~3 schmerz*|schmerz* ~4 (laufstil|gangbild|anders laufe)|laufstil ~4 schmerz*',
    'boite|boitais|boiter|boitille*|boitant|(poser|appuyer) ~4 (pied|jambe) ~3 (mal|douleur|impossible|peux pas)|(peux|arrive|pouvais) ~2 (pas|plus) ~2 (poser|appuyer|marcher)|douleur* ~6 ([4-9]|10) (outof10|sur 10|sur dix)|(modifie|change|changer) ~2 (foulee|demarche)',
    'cojeo|cojeando|cojear|cojea|cojo|renqueando|(no puedo|no podia|apenas) ~3 (apoyar|pisar|caminar)|dolor ~6 ([4-9]|10) (outof10|de 10|sobre 10|sobre diez)|(cambia|cambiado|altera) ~3 (pisada|zancada|forma de correr)|mancando|manquej\\w*|mancar|coxo|coxeio|coxear|coxeando|nao (consigo|posso) ~2 (apoiar|pisar|andar)|dor ~6 ([4-9]|10) (outof10|em 10|de 10)',
    'zoppic*|zoppo|zoppa|non (riesco|posso|riuscivo) ~3 (appoggiare|caricare|camminare)|dolore ~6 ([4-9]|10) (outof10|su 10|su dieci)|(cambia|cambiare|altera) ~3 (corsa|falcata|appoggio)',
    'mank|mankend|hinkel\\w*|strompel\\w*|kreupel|(kan|kon) ~3 (niet|nauwelijks|amper) ~3 (op staan|belasten|steunen|lopen van de pijn)|kan ~5 voet niet (belasten|neerzetten)|niet op ~2 (voet|been) staan|pijn\\w* ~6 ([4-9]|10) (outof10|van de 10|op 10)|(looppas|loopstijl|ga anders lopen) ~4 pijn|pijn ~4 (anders lopen|loopstijl)',
  ]),
  textRule('bone_or_gait_pain', 'groin-or-hip', [
    '(groin|hip|hips|femoral neck|pubic bone|pubis) <4> (pain*|hurt*|ache|aches|aching|killing|stabbing|sharp|throbbing|twinge*)',
    '(leiste|leisten|hufte|huefte|huften|schambein|schenkelhals*) <4> (schmerz*|weh|sticht|stechen|zieht|ziehen)|leistenschmerz*|huftschmerz*|hueftschmerz*',
    '(aine|hanche|hanches|pubis|pubalgie) <5> (douleur*|mal|lance|elancement*|pince)|pubalgie',
    '(ingle|cadera|caderas|pubis) <5> (dolor*|duele|duelen|punzad*|pinchazo*|molest*)|pubalgia',
    '(inguine|anca|anche|pube) <5> (dolore|dolori|male|fitta|fitte|duole)|(virilha|quadril|anca|ancas|pubis) <5> (dor|dores|doi|doendo|doem|pontada*)',
    '(lies|heup|heupen|schaambeen) <5> (pijn*|zeer|steek|steken|stekend*)|liespijn|heuppijn',
  ]),
  textRule('bone_or_gait_pain', 'swollen-calf', [
    '(calf|one leg|lower leg) <5> (swollen|swelling|swelled) && (one|left|right|red|hot|warm|hard)|(calf|leg) ~5 (red and (hot|warm)|hot and (red|swollen))|blood clot ~3 (leg|calf)|dvt|deep vein thrombosis|thrombose|trombosis|trombosi|trombose|tvt',
    '(wade|unterschenkel) <5> (geschwollen|dick und|heiss|uberwarmt|gerotet)|mollet <5> (gonfle*|enfle*|rouge|chaud)|(pantorrilla|gemelo) <5> (hinchad*|roja|caliente)|polpaccio <5> (gonfi*|rosso|caldo)|(panturrilha|gemeo) <5> (inchad*|vermelh*|quente)|kuit <5> (gezwollen|rood|opgezwollen|opgezet)',
  ]),
];
