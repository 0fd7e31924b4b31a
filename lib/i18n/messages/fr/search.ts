import { pluralFor } from "../../plural";
import type { search as source } from "../en/search";

const count = pluralFor("fr");

export const search: typeof source = {
  title: "Recherche",
  label: "Rechercher dans la boutique",
  placeholder: "Mots, personnes, numéros de commande",
  all: "Tout",
  messages: "Messages",
  people: "Personnes",
  orders: "Commandes",
  found: (n: number, in_: string) => count(n, `# message ${in_}`, `# messages ${in_}`),
  inConversations: (n: number) => count(n, "dans # conversation", "dans # conversations"),
  ignored: "accents et terminaisons sont ignorés",
  bestFirst: "Le plus proche d’abord",
  more: "Afficher des messages plus anciens",
  note: "Note",
  receipt: "Reçu",
  card: "Carte",
  status: { open: "ouverte", snoozed: "en veille", closed: "fermée", spam: "indésirable" },
  nothing: (q: string) => `Rien ne correspond à ${q}`,
  nothingText: "Essayez avec moins de mots, ou une autre forme du numéro.",
  searchFor: (q: string) => `Rechercher ${q}`,
  start: "Rechercher dans tout l’historique",
  startText: "Messages, notes, personnes et commandes, quels que soient accents et terminaisons.",
  offers: "Façons de préciser",
  narrow: "Préciser",
  operators: {
    from: "écrit par cette personne",
    in: "canal : web ou messenger",
    is: "ouverte, en-veille, fermée, indésirable, non-lue",
    tag: "sa conversation a cette étiquette",
    assigned: "moi, personne ou un nom",
    has: "photo, fichier, vocal, vidéo, note, reçu",
    order: "à propos de cette commande",
    before: "avant ce jour",
    after: "ce jour ou plus tard",
    not: "tout sauf cela",
    phrase: "ces mots dans cet ordre",
  },
  by: (name: string) => `${name} :`,
};
