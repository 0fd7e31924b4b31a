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
  sums: {
    subtotal: "Sous-total",
    shipping: "Livraison",
    discount: "Remise",
    tax: "Taxes",
    tax_included: "Dont taxes",
  },
  free: "Offerte",
  total: "Total",
  payment: "Paiement",
  shipTo: "Livrée à",
  paid: "Payée",
  unpaid: "À payer",
  view: "Voir la commande",
  progress: (done: string, all: string) => `Étape ${done} sur ${all}`,
};
