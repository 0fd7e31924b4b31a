import type { dataExport as source } from "../en/data-export";

export const dataExport: typeof source = {
  title: "Vos données chez Comptoir",
  lead: (when: string, zone: string) =>
    `Tout ce que les boutiques savent de vous, tel que c’était le ${when} (${zone}).`,
  nothing: "Aucune boutique ne sait rien de vous.",
  about: "À votre sujet",
  name: "Nom",
  email: "E-mail",
  claimed: "E-mail saisi dans le chat",
  city: "Ville",
  language: "Langue",
  zone: "Fuseau horaire",
  knownSince: "Contact depuis",
  lastSeen: "Dernière visite",
  pausedUntil: "En pause jusqu’au",
  blockedAt: "Blocage depuis",
  knownBy: (channel: string) => `Identité sur ${channel}`,
  told: (name: string) => `Dit par la page de la boutique : ${name}`,
  browser: "Navigateur",
  orders: "Commandes",
  requests: "Demandes",
  reports: "Messages que vous avez signalés",
  kinds: { access: "Copie des données", erasure: "Effacement" },
  asked: (asked: string, due: string) => `demandé le ${asked}, à faire avant le ${due}`,
  rating: (score: number) => `Noté ${score} sur 5`,
  conversation: (since: string) => `Conversation commencée le ${since}`,
};
