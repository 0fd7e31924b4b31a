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
};
