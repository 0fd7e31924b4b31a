import type { join as source } from "../en/join";

export const join: typeof source = {
  pageTitle: "Invitation",
  title: (inviter: string, shop: string) => `${inviter} vous invite à répondre pour ${shop}`,
  asRole: {
    agent: "En tant qu’<b>agent</b>.",
    admin: "En tant qu’<b>admin</b>.",
    owner: "En tant que <b>propriétaire</b>.",
  },
  signedInAs: "Session de <name/>",
  notYou: "Pas vous ?",
  signInFirst: "Connectez-vous pour répondre à l’invitation.",
  signIn: "Se connecter",
  may: {
    agent: ["Répondre aux clients, envoyer les reçus", "Voir les commandes et les autorisations, sans les changer"],
    admin: ["Répondre aux clients, envoyer les reçus", "Inviter des agents, relier la vitrine"],
    owner: ["Répondre aux clients, envoyer les reçus", "Tous les réglages de la boutique, propriétaires compris"],
  },
  mayNot: { agent: "Jamais : réglages, équipe", admin: "Jamais : nommer ou retirer des propriétaires", owner: null },
  seen: (inviter: string, firstName: string) =>
    `${inviter} voit votre nom et votre photo. Les clients voient « ${firstName} ».`,
  notNow: "Pas maintenant",
  accept: { agent: "Rejoindre comme agent", admin: "Rejoindre comme admin", owner: "Rejoindre comme propriétaire" },
  until: (when: string) => `Ce lien marche une seule fois, jusqu’au ${when}.`,
  endedTitle: "Cette invitation ne peut pas servir",
  declinedTitle: "Vous n’avez pas rejoint l’équipe",
  declined: (shop: string) => `Rien n’a été partagé avec ${shop}. Le lien marche encore si vous changez d’avis.`,
  reopen: "Revoir l’invitation",
  home: "Aller à vos comptoirs",
};
