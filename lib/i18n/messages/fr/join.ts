import type { join as source } from "../en/join";

export const join: typeof source = {
  pageTitle: "Invitation",
  title: (inviter: string, shop: string) => `${inviter} vous invite à répondre pour ${shop}`,
  asRole: { agent: "En tant qu’<b>agent</b>.", owner: "En tant que <b>propriétaire</b>." },
  signedInAs: "Session de <name/>",
  notYou: "Pas vous ?",
  signInFirst: "Connectez-vous pour répondre à l’invitation.",
  signIn: "Se connecter",
  may: {
    agent: ["Répondre aux clients, envoyer les reçus", "Voir les commandes et les autorisations, sans les changer"],
    owner: ["Répondre aux clients, envoyer les reçus", "Réglages, équipe et autorisations de la boutique"],
  },
  mayNot: { agent: ["Jamais : réglages, équipe, export"], owner: [] },
  seen: (inviter: string, firstName: string) =>
    `${inviter} voit votre nom et votre photo. Les clients voient « ${firstName} ».`,
  notNow: "Pas maintenant",
  accept: { agent: "Rejoindre comme agent", owner: "Rejoindre comme propriétaire" },
  until: (when: string) => `Ce lien marche une seule fois, jusqu’au ${when}.`,
  endedTitle: "Cette invitation ne peut pas servir",
  declinedTitle: "Vous n’avez pas rejoint l’équipe",
  declined: (shop: string) => `Rien n’a été partagé avec ${shop}. Le lien marche encore si vous changez d’avis.`,
  reopen: "Revoir l’invitation",
  openInbox: (shop: string) => `Ouvrir ${shop}`,
  home: "Aller à vos comptoirs",
};
