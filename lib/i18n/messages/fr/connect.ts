import type { connect as source } from "../en/connect";

export const connect: typeof source = {
  title: (shop: string) => `${shop} souhaite vous contacter`,
  signInFirst: "Connectez-vous d’abord. Vous choisirez à la page suivante ce que la boutique peut faire.",
  signedInAs: "Session de <name/>",
  notYou: "Pas vous ?",
  tick: "Cochez ce que la boutique peut faire. Rien n’est coché d’avance.",
  tickRest: "Cochez ce que la boutique peut faire d’autre. Rien n’est coché d’avance.",
  already: "Déjà accepté",
  since: (when: string) => `depuis ${when}`,
  allAllowed: "Vous avez déjà tout accepté. Continuez pour vous connecter.",
  seesName: "Ils voient votre <b>nom et votre photo</b>.",
  seesEmail: "Ils ne voient votre <b>e-mail</b> que si vous le leur donnez.",
  neverSees: "Ils ne voient jamais votre <b>mot de passe, vos amis ni vos publications</b>.",
  changeMind: "Changez d’avis quand vous voulez dans <mine>Mes autorisations</mine>.",
  cancel: "Annuler",
  continueAs: (name: string) => `Continuer avec ${name}`,
  nothingTicked: "Si rien n’est coché, vous vous connectez seulement.",
  notSent: "Pas de connexion. Ce que vous avez coché est gardé. Réessayez.",
  mail: {
    or: "ou",
    choose: "Recevoir un code par e-mail",
    facebook: "Se connecter plutôt avec Facebook",
    lead: "Nous envoyons un code à votre adresse. La boutique ne la voit pas.",
    name: "Votre nom, tel que la boutique le voit",
    email: "Votre e-mail",
    send: "Envoyer le code",
    sentTo: "Si l’adresse est juste, un code arrive à <to/>.",
    code: "Code à six chiffres",
    hint: "Il sert une seule fois, pendant dix minutes.",
    go: "Se connecter",
    other: "Une autre adresse ou un nouveau code",
    accept:
      "En vous connectant, vous acceptez les <terms>conditions</terms> et la <privacy>notice de confidentialité</privacy>.",
    notSent: "Pas de connexion. Ce que vous avez saisi est gardé. Réessayez.",
  },
  closeWindow: "Fermer cette fenêtre",
  done: {
    title: "Vous êtes connecté(e)",
    text: (shop: string) =>
      `Vous pouvez fermer cette fenêtre. Votre conversation avec ${shop} continue dans son onglet.`,
    lostTitle: "Encore une étape à la boutique",
    lostText: (shop: string) =>
      `Vous êtes connecté(e) et votre choix est gardé, mais cette fenêtre a perdu l’onglet d’où elle vient. Revenez à l’onglet de ${shop} et connectez-vous encore une fois : un appui suffit.`,
  },
  cancelled: {
    title: "Rien n’a changé",
    text: (shop: string) => `Revenez à l’onglet de ${shop}. Vous pouvez y écrire sans vous connecter.`,
  },
  over: {
    used: "Cette fenêtre a déjà servi",
    expired: "Cette fenêtre est restée ouverte trop longtemps",
    unknown: "Cette fenêtre ne mène nulle part",
    text: (shop: string) => `Revenez à l’onglet de ${shop} et ouvrez-la de nouveau depuis le chat.`,
    unknownText:
      "L’adresse est incomplète, ou n’a jamais existé. Revenez à l’onglet de la boutique et ouvrez-la de nouveau depuis le chat.",
  },
};
