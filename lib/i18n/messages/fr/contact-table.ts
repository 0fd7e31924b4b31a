import { pluralFor } from "../../plural";
import type { contactTable as source } from "../en/contact-table";

const count = pluralFor("fr");
const may = (n: number) => count(n, "# peut", "# peuvent");

export const contactTable: typeof source = {
  fields: { channel: "Canal", seen: "Dernière visite", tag: "Étiquette", field: "Champ" },
  filledIn: (field) => `${field}\u202f: rempli`,
  otherValue: "autre chose",
  standing: { on: "oui", off: "retiré", none: "pas donné" },
  seen: { week: "dans la semaine", month: "dans le mois", longer: "plus ancienne" },
  chosen: (field, value) => `${field}\u202f: ${value}`,
  spent: "Dépensé",
  choose: (name) => `Choisir ${name}`,
  choosePage: "Choisir toute la page",
  chosenContacts: "Contacts choisis",
  selected: (n) => count(n, "# choisi", "# choisis"),
  reach: ({ contacts, offers }) =>
    contacts > offers
      ? `${may(offers)} recevoir les offres, ${contacts - offers} non`
      : `${may(offers)} recevoir les offres`,
  everyPage: "Choisir tout le monde, sur toutes les pages",
  notSeen: "Pas encore",
  import: "Importer",
  export: "Exporter",
  exporting: (n) => count(n, "# écrit…", "# écrits…"),
  exported: (n) => count(n, "Un contact exporté.", "# contacts exportés."),
  clear: "Effacer la sélection",
  tagged: (tag, n) =>
    count(n, `«\u202f${tag}\u202f» est sur une conversation.`, `«\u202f${tag}\u202f» est sur #\u00a0conversations.`),
  message: {
    open: "Écrire",
    title: (n) => count(n, "Message à un contact", "Message à #\u00a0contacts"),
    kind: "Ce que c’est",
    kinds: { offers: "Une offre", service: "Une question ou une commande" },
    kindHint: "Tout ce qui vend est une offre, même en partie.",
    words: "Message",
    checking: "On regarde qui peut le recevoir…",
    goes: (n) => count(n, "Un part maintenant", "# partent maintenant"),
    waits: (n) => count(n, "un attend et part de lui-même", "# attendent et partent d’eux-mêmes"),
    refused: (n) => count(n, "un contact ne peut pas le recevoir", "#\u00a0contacts ne peuvent pas le recevoir"),
    waitsUntil: (when) => `Part de lui-même : ${when}.`,
    waitsFor: "Pour qui il attend",
    refusedFor: "Qui ne reçoit rien, et pourquoi",
    unsentFor: "Qui ne l’a pas reçu",
    seeThread: (name) => `Ce que permet encore la conversation de ${name}`,
    seeContact: (name) => `Voir ${name}`,
    send: (n) => count(n, "Envoyer à un contact", "Envoyer à #"),
    sending: "Envoi",
    progress: (done, total) => `${done} sur ${total}`,
    stop: "Arrêter",
    stopped: (n) => count(n, "Arrêté. Un message n’est pas parti.", "Arrêté. #\u00a0messages ne sont pas partis."),
    sent: (n) => count(n, "Un envoyé", "# envoyés"),
    scheduled: (n) => count(n, "un programmé", "# programmés"),
    again: (n) => count(n, "Réessayer celui qui reste", "Réessayer les # qui restent"),
  },
};
