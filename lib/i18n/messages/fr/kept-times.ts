import type { keptTimes as source } from "../en/kept-times";

export const keptTimes: typeof source = {
  title: "Conservation",
  lead: "Ce qui est gardé plus longtemps que nécessaire est un risque pour vous et pour vos clients. Chaque nuit, ce qui est échu s’efface tout seul.",
  ownersOnly: "Seuls les propriétaires décident de la durée de conservation.",
  messages: "Messages",
  messagesText:
    "Textes et fichiers des conversations, à partir du jour où ils ont été écrits. La conversation reste, vidée.",
  prospects: "Personnes qui n’ont jamais acheté",
  prospectsText:
    "À partir de leur dernière visite, de leur dernier message ou accord. Ensuite, tout ce qui les concerne est effacé.",
  customers: "Clients",
  customersText:
    "À partir de leur dernière visite, de leur dernier message ou achat. Ensuite, tout est effacé sauf les montants de leurs commandes.",
  stays:
    "La preuve de ce qu’une personne a accepté reste aussi longtemps que la loi peut la demander, sans rien de ce qu’elle a écrit.",
  months: (n: number) => (n % 12 === 0 ? (n === 12 ? "1\u00a0an" : `${n / 12}\u00a0ans`) : `${n}\u00a0mois`),
  save: "Enregistrer",
  saved: "Enregistré. Cela vaut dès cette nuit.",
  askTitle: "Conserver moins longtemps\u202f?",
  ask: (messages: string, contacts: string) =>
    `Cette nuit, cela vide ${messages} et efface ${contacts}. C’est irréversible, et aucune sauvegarde ne les ramène.`,
  askNothing:
    "Rien ne s’efface cette nuit. Ensuite, ce qui vieillit s’efface tout seul, et aucune sauvegarde ne le ramène.",
  countMessages: (n: number, shown: string) => (n < 2 ? `${shown}\u00a0message` : `${shown}\u00a0messages`),
  countContacts: (n: number, shown: string) => (n < 2 ? `${shown}\u00a0contact` : `${shown}\u00a0contacts`),
  moreThan: (shown: string) => `plus de ${shown}`,
  confirm: "Conserver moins longtemps",
};
