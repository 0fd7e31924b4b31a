import type { identitySettings as source } from "../en/identity-settings";

export const identitySettings: typeof source = {
  title: "Personnes connectées",
  keys: "Clés",
  keysText:
    "Votre serveur signe qui est connecté à votre boutique, et le chat montre la conversation de cette personne. Deux clés sont valables à la fois\u202f: créez la seconde, changez votre serveur, puis mettez fin à la première.",
  none: "Aucune clé pour l’instant. Sans clé, personne n’est reconnu.",
  make: "Créer une clé",
  made: "Clé créée",
  once: "Ce secret n’est montré qu’une fois. Gardez-le sur votre serveur sous le nom COMPTOIR_SECRET, jamais dans une page.",
  since: (date: string) => `Depuis le ${date}`,
  used: (when: string) => `dernière utilisation ${when}`,
  unused: "pas encore utilisée",
  end: "Mettre fin à la clé",
  endKey: (id: string) => `Mettre fin à la clé ${id}`,
  endTitle: "Mettre fin à cette clé\u202f?",
  endText: "Ce que votre serveur signe avec elle est refusé dès maintenant. Une clé ne peut pas redevenir valable.",
  ended: "Clé terminée",
  enforce: "Refuser les noms qui ne sont pas signés",
  enforceText:
    "Tant que c’est désactivé, vos pages peuvent donner un nom sans preuve. Votre équipe le voit comme n’importe quel nom, alors que n’importe qui peut le donner\u202f; il n’ouvre aucune conversation passée.",
  enforcedNow: "Les noms non signés sont refusés",
  openNow: "Les noms non signés sont de nouveau acceptés",
  snippets: "Pour votre serveur",
  snippetsText: "Appelez ceci pour la personne connectée. Le jeton dure une heure, ce qui est le maximum.",
  pageText: "Et dans la page, après la ligne du chat\u202f:",
};
