import { pluralFor } from "../../plural";
import type { tagSettings as source } from "../en/tag-settings";

const count = pluralFor("fr");

export const tagSettings: typeof source = {
  title: "Étiquettes",
  pageTitle: "Étiquettes",
  lead: "Ce dont parlent les conversations. Tout le monde peut les poser ; propriétaires et administrateurs les modifient ici.",
  ownersOnly: "Seuls les propriétaires et les administrateurs modifient les étiquettes de la boutique.",
  create: "Nouvelle étiquette",
  none: "Il n’y a pas encore d’étiquette.",
  noneText: "Créez-en une ici, ou sur une conversation avec T.",
  edit: "Modifier",
  editNamed: (name: string) => `Modifier ${name}`,
  editTitle: "Modifier l’étiquette",
  name: "Nom",
  hue: "Couleur",
  hues: {
    20: "Rouge",
    60: "Orange",
    100: "Jaune",
    150: "Vert",
    190: "Turquoise",
    230: "Bleu",
    270: "Indigo",
    310: "Violet",
    350: "Rose",
  },
  saved: (name: string) => `${name} enregistrée`,
  undo: "Annuler",
  merge: "Fusionner",
  mergeNamed: (name: string) => `Fusionner ${name} avec une autre étiquette`,
  mergeTitle: (name: string) => `Fusionner ${name}`,
  into: "Avec",
  mergeText: (name: string) => `Ce qui porte ${name} portera celle-ci. ${name} disparaît ensuite pour de bon.`,
  merging: (name: string, into: string) => `Fusion de ${name} avec ${into} en cours`,
  remove: "Supprimer",
  removeTitle: (name: string) => `Supprimer ${name} ?`,
  removeText: (n: number) =>
    `Elle est retirée de toutes les conversations, dont ${count(n, "# conversation ouverte", "# conversations ouvertes")}. C’est définitif.`,
  removing: (name: string) => `Suppression de ${name} en cours`,
  leaving: "Suppression en cours…",
  leavingFor: (into: string) => `Fusion avec ${into} en cours…`,
};
