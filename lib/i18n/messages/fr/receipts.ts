import type { receipts as source } from "../en/receipts";

export const receipts: typeof source = {
  title: (number: string) => `Reçu · ${number}`,
  order: (number: string) => `Commande ${number}`,
  status: {
    preparing: "En préparation",
    shipped: "Expédiée",
    delivered: "Livrée",
    problem: "Problème",
    refunded: "Remboursée",
    cancelled: "Annulée",
  },
  line: (quantity: string, unit: string) => `${quantity} × ${unit}`,
  total: "Total",
  paid: "Payée",
  unpaid: "À payer",
  view: "Voir la commande",
  progress: (done: string, all: string) => `Étape ${done} sur ${all}`,
};
