import { pluralFor } from "../../plural";
import type { contactTable as source } from "../en/contact-table";

const count = pluralFor("fr");
const may = (n: number) => count(n, "# peut", "# peuvent");

export const contactTable: typeof source = {
  fields: { channel: "Canal", seen: "Dernière visite" },
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
};
