export const templateRefusals = {
  template_exists: "Cette Page a déjà ce modèle. Attendez la réponse, ou choisissez un autre nom.",
  template_holes: "Numérotez les emplacements à partir de {{1}}, sans en sauter.",
  template_edges: "Commencez et finissez par des mots, pas par un emplacement : Facebook le refuse sinon.",
};

export const messengerTemplates = {
  title: "Nouvelles de commande",
  of: (page: string) => `Nouvelles de commande de ${page}`,
  lead: "Après le délai de réponse, Messenger ne laisse passer une nouvelle de commande que dans des mots approuvés.",
  languages: { en: "Anglais", fr: "Français" },
  states: {
    draft: "Pas envoyé",
    pending: "À l’examen",
    approved: "Approuvé",
    rejected: "Refusé",
    paused: "Suspendu par Facebook",
  },
  ask: "Demander l’approbation",
  askAgain: "Redemander",
  asked: "Envoyé à Facebook, qui répond en quelques secondes.",
  said: (words: string) => `Facebook dit : ${words}`,
  problems: {
    resting: "Facebook demande de patienter. L’envoi se fera de lui-même dans un moment.",
    page_paused: "L’envoi attend que la Page soit reconnectée. Redemandez alors.",
    permission:
      "Facebook ne permet pas de modèles à cette Page. Là où vous choisissez une Page, reconnectez-vous avec Facebook en cochant «\u202fEnvoyer le suivi de commande après 24\u00a0h\u202f», puis redemandez.",
    refused: "Facebook n’a pas accepté ces mots.",
  },
};
