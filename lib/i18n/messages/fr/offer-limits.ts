import { pluralFor } from "../../plural";
import type { offerLimits as source } from "../en/offer-limits";

const count = pluralFor("fr");

export const offerLimits: typeof source = {
  title: "Quand partent les offres",
  lead: "La règle pour toutes les boutiques\u202f: de 8\u00a0h à 20\u00a0h là où vit la personne, une par semaine et deux par mois au plus, jamais le dimanche ni les jours fériés. Vous pouvez choisir moins.",
  names: { from: "Pas avant", to: "Pas après", aMonth: "À une personne en 30\u00a0jours", restDays: "Entre deux" },
  choices: {
    from: (hour) => `${hour}\u00a0h`,
    to: (hour) => `${hour}\u00a0h`,
    aMonth: (n) => count(n, "une offre", "#\u00a0offres"),
    restDays: (n) => count(n, "un jour au moins", "#\u00a0jours au moins"),
  },
  hint: "Cela vaut dès maintenant, aussi pour ce qui attend\u202f: chaque offre part à la première heure permise.",
  save: "Enregistrer",
  saved: "Enregistré. Cela vaut dès maintenant.",
};
