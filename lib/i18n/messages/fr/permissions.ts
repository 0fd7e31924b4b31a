import type { permissions as source } from "../en/permissions";

export const permissions: typeof source = {
  title: "Autorisations",
  mine: "Mes autorisations",
  history: "Historique",
  names: { service: "Service", order_updates: "Suivi de commande", offers: "Offres" },
  texts: {
    service: "<b>Service</b> : peut vous recontacter au sujet d’une question ou d’une commande",
    order_updates: "<b>Suivi de commande</b> : reçus, livraison et paiement",
    offers: "<b>Offres</b> : nouveautés et promotions, deux fois par mois au plus",
  },
  states: { on: "Oui", off: "Non", not_given: "Non donnée", asked: "Demandée" },
  neverAsked: "Jamais demandée",
  given: (when: string) => `Donnée ${when}`,
  withdrawn: (when: string) => `Retirée ${when}`,
  refused: (when: string) => `Pas maintenant, ${when}`,
  asked: (when: string) => `Demandée ${when}`,
  by: (name: string) => `par ${name}`,
};
