import { pluralFor } from "../../plural";
import type { triage as source } from "../en/triage";

const count = pluralFor("fr");
const number = (n: number) => count(n, "#", "#");

export const triage: typeof source = {
  snooze: "Mettre en veille",
  snoozeUntil: "Mettre en veille jusqu’à",
  typeTime: "Un moment, comme « demain 15 h »",
  notATime: "Écrivez un moment à venir, comme « dans 2 heures », « mardi 9 h » ou « 12 juin ».",
  presets: {
    hour: "Dans 1 heure",
    three_hours: "Dans 3 heures",
    evening: "Ce soir",
    tomorrow: "Demain",
    next_week: "La semaine prochaine",
  },
  untilReply: "Jusqu’à sa réponse",
  snoozedUntil: (time: string) => `Jusqu’à ${time}`,
  snoozed: (name: string, time: string) => `Conversation avec ${name} en veille jusqu’à ${time}`,
  woken: (name: string) => `Conversation avec ${name} de nouveau ouverte`,
  spam: "Marquer comme indésirable",
  notSpam: "Ce n’est pas indésirable",
  markedSpam: (name: string) => `Conversation avec ${name} déplacée dans Indésirables`,
  block: "Bloquer",
  unblock: "Débloquer",
  blocked: (name: string) => `${name} est bloqué(e) : ses messages vont dans Indésirables`,
  unblocked: (name: string) => `${name} n’est plus bloqué(e)`,
  isBlocked: "Bloqué(e) par la boutique : ses messages vont dans Indésirables.",
  bulk: {
    title: "Les conversations sélectionnées",
    all: "Sélectionner toutes celles qui sont chargées",
    choose: (name: string) => `Sélectionner la conversation avec ${name}`,
    selected: (n: number) => count(n, "# choisie", "# choisies"),
    done: (n: number) => count(n, "# conversation modifiée.", "# conversations modifiées."),
    refused: (n: number, why: string) => count(n, `# ne l’est pas : ${why}`, `# ne le sont pas : ${why}`),
    select: "Sélectionner",
    everything: "Toute la vue",
    loaded: (n: number) => count(n, "# est sélectionnée.", "# sont sélectionnées."),
    wholeAsk: "Sélectionner toute la vue",
    whole: "Celles qui ne sont pas chargées le sont aussi.",
    clear: "Effacer la sélection",
    progress: "Modification de toute une vue",
    working: (n: number, total: number) =>
      `${number(n)} sur ${count(total, "# conversation faite", "# conversations faites")}`,
    undoing: (n: number, total: number) => `Annulation : ${number(n)} sur ${number(total)}`,
    stopped: "Arrêté.",
    nothing: "Aucune conversation de la vue n’en avait besoin.",
    others: (n: number) =>
      count(n, "# autre ne l’est pas, pour une autre raison.", "# autres ne le sont pas, pour d’autres raisons."),
    undone: (n: number) => count(n, "# conversation est comme avant.", "# conversations sont comme avant."),
    kept: (n: number, why: string) =>
      count(n, `# est restée telle quelle : ${why}`, `# sont restées telles quelles : ${why}`),
  },
  priority: "Priorité",
  priorities: { low: "Basse", normal: "Normale", high: "Haute", urgent: "Urgente" },
  prioritised: (level: string) => `Priorité : ${level}`,
  tagged: "Étiquette ajoutée",
  untagged: "Étiquette retirée",
  tags: "Étiquettes",
  tag: "Étiqueter",
  addTag: "Ajouter",
  findTag: "Trouver ou créer une étiquette",
  createTag: (name: string) => `Créer « ${name} »`,
  removeTag: (name: string) => `Retirer l’étiquette ${name}`,
  noTags: "Pas encore d’étiquette. Écrivez un nom pour créer la première.",
};
