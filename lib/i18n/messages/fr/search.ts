import { pluralFor } from "../../plural";
import type { search as source } from "../en/search";

const count = pluralFor("fr");

export const search: typeof source = {
  title: "Recherche",
  label: "Rechercher dans la boutique",
  placeholder: "Mots, personnes, numéros de commande",
  clear: "Effacer",
  all: "Tout",
  messages: "Messages",
  people: "Personnes",
  orders: "Commandes",
  found: (n: number, in_: string) => count(n, `# message ${in_}`, `# messages ${in_}`),
  inConversations: (n: number) => count(n, "dans # conversation", "dans # conversations"),
  ignored: "accents et terminaisons sont ignorés",
  bestFirst: "Le plus proche d’abord",
  more: "Afficher des messages plus anciens",
  noteOn: (name: string) => `Note interne sur la conversation de ${name}`,
  note: "Note",
  receipt: "Reçu",
  card: "Carte",
  open: "ouverte",
  closed: "fermée",
  nothing: (q: string) => `Rien ne correspond à ${q}`,
  nothingText: "Essayez avec moins de mots, ou une autre forme du numéro.",
  searchFor: (q: string) => `Rechercher ${q}`,
  start: "Rechercher dans tout l’historique",
  startText: "Messages, notes, personnes et commandes, quels que soient accents et terminaisons.",
  narrow: "Préciser",
  operators: [
    ["de :amélie", "écrit par cette personne"],
    ["dans :messenger", "canal : web ou messenger"],
    ["est :ouverte", "ouverte, fermée, non-lue"],
    ["attribué :moi", "moi, personne ou un nom"],
    ["avec :photo", "photo, fichier, vocal, vidéo, note, reçu"],
    ["commande :1048", "à propos de cette commande"],
    ["après :2025-05-01", "à partir de ce jour, aussi avant :"],
    ["-est :fermée", "tout sauf cela"],
    ["« sans le prix »", "ces mots dans cet ordre"],
  ],
};
