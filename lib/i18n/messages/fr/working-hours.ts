import type { workingHours as source } from "../en/working-hours";

export const workingHours: typeof source = {
  title: "Horaires de travail",
  mine: "Vos horaires de travail",
  of: (name) => `Horaires de travail de ${name}`,
  lead: (zone) =>
    `À l’heure de la boutique (${zone}). En dehors, aucune conversation n’est donnée à tour de rôle, comme en cas d’indisponibilité\u202f; celles en cours restent.`,
  word: "Disponible, choisi hors de ces horaires, vaut jusqu’à ce qu’ils commencent. Indisponible, choisi à tout moment, vaut jusqu’à ce qu’on y mette fin.",
  none: "Sans horaires",
  byHours: "Selon des horaires",
  off: "Repos",
  from: (day) => `${day}, début`,
  to: (day) => `${day}, fin`,
  nextDay: "le lendemain",
  add: (day) => `${day}, ajouter des horaires`,
  remove: (day) => `${day}, retirer ces horaires`,
  save: "Enregistrer les horaires",
  saved: "Horaires enregistrés",
  back: "Retour à l’équipe",
};
