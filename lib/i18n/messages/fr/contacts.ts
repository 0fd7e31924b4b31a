import { pluralFor } from "../../plural";
import type { contacts as source } from "../en/contacts";

const count = pluralFor("fr");

export const contacts: typeof source = {
  title: "Contacts",
  gavePermission: (n: number) => count(n, "# personne a donné son accord", "# personnes ont donné leur accord"),
  since: (when: string) => `Chez vous depuis le ${when}`,
  firstSeen: (when: string) => `Première visite le ${when}`,
  name: "Nom",
  orders: "Commandes",
  conversations: "Conversations",
  lastSeen: "Dernière visite",
  searchLabel: "Rechercher par nom",
  searchPlaceholder: "Nom",
  emptyTitle: "Personne pour l’instant",
  emptyText: "Un contact apparaît ici quand un client s’identifie ou donne une autorisation dans le chat.",
  noneFound: (search: string) => `Personne ne s’appelle « ${search} »`,
  showAll: "Voir tout le monde",
  back: "À la première page",
  next: "Suivant",
  writesIn: (language: string) => `écrit en ${language}`,
  channels: "Canaux",
  noEmail: "Adresse e-mail non donnée",
  openConversation: "Ouvrir la conversation",
  noConversations: "Pas encore de conversation.",
  noOrders: "Pas encore de commande.",
  conversation: { open: "Ouverte", closed: "Fermée" },
  answers: { on: "Oui", off: "Retirée", not_given: "Non donnée", refused: "Pas maintenant" },
  ledger: {
    title: "Historique des autorisations",
    text: "Ce qui a été répondu, quand et où. Rien n’est jamais modifié, seulement ajouté.",
    empty: "Rien n’a encore été demandé.",
    actions: {
      granted: "Accepté",
      refreshed: "Accepté de nouveau",
      withdrawn: "Retiré",
      refused: "Pas maintenant",
      expired: "Expiré",
      objected: "Opposition",
    },
    acts: {
      connect_dialog: "à la connexion",
      chat_card: "dans le chat",
      my_permissions: "dans Mes autorisations",
      stop_word: "en écrivant STOP",
      checkout: "au paiement",
    },
    textVersion: (language: string, version: string) => `${language}, texte ${version}`,
  },
};
