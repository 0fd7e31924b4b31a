import type { connect as source } from "../en/connect";

export const connect: typeof source = {
  title: (shop: string) => `${shop} souhaite vous contacter`,
  signedInAs: "Session de <name/>",
  notYou: "Pas vous ?",
  tick: "Cochez ce que la boutique peut faire. Rien n’est coché d’avance.",
  seesName: "Ils voient votre nom et votre photo.",
  seesEmail: "Ils ne voient votre e-mail que si vous le leur donnez.",
  changeMind: "Changez d’avis quand vous voulez dans <mine>Mes autorisations</mine>.",
  cancel: "Annuler",
  continueAs: (name: string) => `Continuer avec ${name}`,
  nothingTicked: "Si rien n’est coché, vous vous connectez seulement.",
};
