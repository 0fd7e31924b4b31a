import { pluralFor } from "../../plural";
import type { inbox as source } from "../en/inbox";

const count = pluralFor("fr");

export const inbox: typeof source = {
  title: "Boîte de réception",
  views: { mine: "Les miennes", unassigned: "Non attribuées", open: "Toutes ouvertes", closed: "Fermées" },
  waiting: (duration: string) => `Attend depuis ${duration}`,
  unread: (n: number) => count(n, "# message non lu", "# messages non lus"),
  you: (preview: string) => `Vous : ${preview}`,
  delivery: {
    sending: "Envoi",
    queued: "En attente d’envoi",
    sent: "Envoyé",
    delivered: "Distribué",
    read: "Lu",
    failed: "Non envoyé",
  },
  typing: (name: string) => `${name} écrit`,
  reply: "Répondre",
  send: "Envoyer",
  close: "Fermer",
  assign: "Attribuer",
  assignedTo: (name: string) => `Attribuée à ${name}`,
  nobody: "Personne",
};
