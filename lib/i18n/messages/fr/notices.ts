import { pluralFor } from "../../plural";
import type { notices as source } from "../en/notices";

const count = pluralFor("fr");

export const notices: typeof source = {
  sound: "Son des nouvelles",
  soundOn: "Faire un son à chaque nouvelle",
  soundOff: "Ne plus faire de son",
  givenBy: (name: string, n: number) =>
    `${name} vous a attribué ${count(n, "une conversation", "#\u00a0conversations")}`,
  givenInTurn: (team: string, n: number) =>
    `${count(n, "Une conversation vous revient", "#\u00a0conversations vous reviennent")}\u202f: c’est votre tour dans l’équipe ${team}`,
  given: (n: number) =>
    count(n, "Une conversation vous a été attribuée", "#\u00a0conversations vous ont été attribuées"),
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
