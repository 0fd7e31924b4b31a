import type { login as source } from "../en/login";

export const login: typeof source = {
  pageTitle: "Connexion",
  title: "Connectez-vous à votre comptoir",
  lead: "Utilisez le compte auquel votre boutique est liée.",
  facebook: "Continuer avec Facebook",
  sandboxPeople: "Personnes du bac à sable",
  sandboxHint: "Aucun vrai compte nécessaire. Rien ne quitte cet ordinateur.",
  ownerOf: (shop: string) => `Propriétaire de ${shop}`,
  adminOf: (shop: string) => `Admin de ${shop}`,
  agentOf: (shop: string) => `Agent de ${shop}`,
  shopper: "Cliente ou client",
  noShopYet: "Pas encore de boutique",
  accept:
    "En vous connectant, vous acceptez les <terms>conditions</terms> et la <privacy>notice de confidentialité</privacy>. Nous demandons à Facebook votre nom, votre photo et votre e-mail, rien d’autre.",
  newShop: "Nouvelle boutique ? <open>Ouvrez votre comptoir</open> en quatre minutes environ.",
  artLabel: "À propos de Comptoir",
  artTitle: "Il y a quelqu’un au comptoir.",
  artLead:
    "Répondez aux personnes qui veulent de vos nouvelles et envoyez leur reçu. Tout dans une seule conversation.",
  artQuestion: "Le Grand Bouquet est-il libre samedi ?",
  artAnswer: "Oui. Je vous en mets un de côté ?",
  errors: {
    denied: "Vous avez annulé la connexion. Rien n’a été partagé.",
    account: "Ce compte Facebook n’a pas pu vous être rattaché. Connectez-vous comme la dernière fois.",
    session: "Votre session est terminée. Reconnectez-vous pour continuer.",
    many: "Cela fait beaucoup de connexions d’un coup. Attendez une minute, puis réessayez.",
    other: "La connexion n’a pas abouti. Rien n’a changé. Réessayez.",
  },
};
