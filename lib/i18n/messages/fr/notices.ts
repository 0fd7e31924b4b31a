import type { notices as source } from "../en/notices";

export const notices: typeof source = {
  quietOpen: "Heures calmes…",
  quiet: "Heures calmes",
  quietText:
    "Ni notification ni son de cette boutique, sur aucun de vos appareils. Les nombres restent à jour, et ce qui arrive alors n’est pas annoncé après coup.",
  noQuiet: "Aucune\u202f: vous êtes prévenu(e) à toute heure.",
  number: (n: number) => `Plage calme n° ${n}`,
  remove: (n: number) => `Retirer la plage calme n° ${n}`,
  addQuiet: "Ajouter une plage calme",
  from: "De",
  until: "À",
  sameDay: "Se termine le jour même.",
  nextDay: "Se termine le lendemain.",
  wholeDay: "Dure une journée entière.",
  noDay: "Choisissez un jour où elle commence, ou retirez-la.",
  byClocks: (zone: string) => `À l’heure de ${zone}.`,
  zone: "À l’heure de",
  quietSaved: "Vos heures calmes sont enregistrées.",
  quietEnded: "Vous êtes de nouveau prévenu(e) à toute heure.",
  digestOpen: "E-mail du jour…",
  digest: "E-mail du jour",
  digestText:
    "Où en est la boutique, une fois par jour\u202f: qui attend, ce qui est à vous, ce qui a échoué. Des nombres seulement, aucun mot d’un client. Rien ne part un jour où il n’y a rien à dire.",
  hour: "À cette heure",
  never: "Jamais",
  goesTo: (address: string) => `Il part à ${address}. Chaque e-mail permet de l’arrêter.`,
  noAddress: "Votre compte n’a pas d’adresse e-mail, rien ne peut donc vous être envoyé.",
  proveFirst: (address: string) =>
    `Rien ne prouve encore que ${address} est à vous. Faites-y envoyer un code et saisissez-le ici.`,
  prove: "Prouver",
  digestSaved: "Vous recevrez cet e-mail chaque jour à cette heure.",
  digestEnded: "Aucun e-mail du jour ne vous sera envoyé.",
};
