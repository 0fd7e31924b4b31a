import type { sendActions as source } from "../en/send-actions";

export const sendActions: typeof source = {
  title: "À l’envoi",
  whenSent: "À l’envoi\u202f:",
  addTags: "Ajouter ces étiquettes",
  assign: "Attribuer la conversation à",
  keep: "Inchangé",
  sender: "La personne qui envoie",
  nobody: "Personne",
  setPriority: "Priorité",
  closeIt: "Fermer la conversation",
  tag: (name: string) => `Étiquette ${name}`,
  assignToMe: "Vous l’attribuer",
  assignTo: (name: string) => `Attribuer à ${name}`,
  unassign: "Mettre dans Non attribuées",
  priority: (name: string) => `Priorité\u202f: ${name}`,
  close: "Fermer",
};
