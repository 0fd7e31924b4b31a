import { pluralFor } from "../../plural";
import type { savedReplies as source } from "../en/saved-replies";

const count = pluralFor("fr");

export const savedReplies: typeof source = {
  title: "Réponses enregistrées",
  lead: "Les mots et fichiers que vous envoyez souvent. Tapez / dans une réponse pour les trouver.",
  import: "Importer",
  create: "Nouvelle réponse enregistrée",
  none: "Rien n’est encore enregistré.",
  noneText: "Enregistrez une réponse une fois, puis placez-la dans toute conversation avec /.",
  shared: "Tout le monde",
  own: "Vous seul(e)",
  uses: (n: number) => count(n, "Utilisée # fois", "Utilisée # fois"),
  files: (n: number) => count(n, "# fichier", "# fichiers"),
  edit: "Modifier",
  editNamed: (title: string) => `Modifier ${title}`,
  remove: "Supprimer",
  deleteNamed: (title: string) => `Supprimer ${title}`,
  deleteTitle: (title: string) => `Supprimer ${title} ?`,
  deleteText: "Les messages déjà envoyés avec elle restent tels quels.",
  deleted: (title: string) => `${title} supprimée`,
  saved: (title: string) => `${title} enregistrée`,
  editTitle: "Modifier la réponse enregistrée",
  name: "Nom",
  nameHint: "Pour la trouver après /.",
  words: "Réponse",
  variables: "Insérer",
  variable: {
    "contact.first_name": "Prénom",
    "contact.name": "Nom complet",
    "order.number": "Numéro de commande",
    "shop.name": "Boutique",
    "member.first_name": "Votre prénom",
  },
  preview: "Ce qui sera lu",
  example: { "contact.first_name": "Amélie", "contact.name": "Amélie Laurent", "order.number": "MP-1048" },
  attach: "Joindre des fichiers",
  sharedSwitch: "Toute la boutique peut l’utiliser",
  save: "Enregistrer",
};
