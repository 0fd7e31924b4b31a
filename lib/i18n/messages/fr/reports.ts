import { pluralFor } from "../../plural";
import type { reports as source } from "../en/reports";

const plural = pluralFor("fr");

export const reports: typeof source = {
  title: "Signalements",
  lead: "Une personne peut signaler tout message de la boutique d’un seul geste. Vous voyez un jour plus tard combien l’ont fait et pourquoi, ou aussitôt si plusieurs l’ont fait : jamais qui, ni quel message.",
  states: { good: "Bon", warned: "Averti", slowed: "Ralenti", stopped: "Arrêté" },
  says: {
    good: "Rien n’est retenu.",
    warned:
      "Rien n’est encore retenu. Avec d’autres signalements, les offres partiront deux fois moins souvent, puis s’arrêteront pendant 30 jours.",
    slowed:
      "Les offres partent deux fois moins souvent : une par personne en 30 jours. Aucune n’est perdue, chacune attend son jour.",
    stopped:
      "Aucune offre ne part. Les réponses, les reçus et le suivi de commande partent toujours, et qui écrit reçoit une réponse.",
  },
  ends: (when: string) => `Cela prend fin tout seul le ${when} si personne d’autre ne signale de message.`,
  count: (shoppers: number, offers: string) =>
    `${plural(shoppers, "# personne a fait un signalement qui compte", "# personnes ont fait des signalements qui comptent")}, pour ${offers} offres envoyées en 30 jours.`,
  limits: (warned: string, slowed: string, stopped: string) =>
    `Pour ce nombre d’offres : averti dès ${warned}, ralenti dès ${slowed}, arrêté dès ${stopped} personnes. Moins de 1 000 offres comptent comme 1 000.`,
  reasonsTitle: "Ce qui a été dit",
  reasonsFew: "Affiché à partir de trois personnes, pour qu’on n’en reconnaisse aucune.",
  reasons: { advertising: "Publicité non voulue", rude: "Impoli", deceiving: "Trompeur", none: "Sans raison" },
  backTitle: "Comment revenir à la normale",
  back: [
    "Revoyez vos dernières offres : qui les a reçues, à quel rythme, et si elles disaient ce qui était promis.",
    "N’envoyez des offres qu’aux personnes qui les ont acceptées récemment, et moins souvent.",
    "Gardez tout ce qui vend hors des réponses et du suivi de commande : un message mixte est une offre.",
    "Attendez : un signalement compte 30 jours, et celui qui est repris ne compte plus un ou deux jours après.",
  ],
  bar: {
    warned: "Des messages de la boutique ont été signalés.",
    slowed: "Des messages ont été signalés : les offres partent deux fois moins souvent.",
    stopped: (when: string) => `Les offres sont arrêtées jusqu’au ${when} : trop de messages ont été signalés.`,
  },
  barLink: "Signalements",
};
