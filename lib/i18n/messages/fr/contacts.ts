import { pluralFor } from "../../plural";
import type { contacts as source } from "../en/contacts";

const count = pluralFor("fr");

export const contacts: typeof source = {
  title: "Contacts",
  gavePermission: (n: number) => count(n, "# personne a donné son accord", "# personnes ont donné leur accord"),
  since: (when: string) => `Chez vous depuis ${when}`,
  orders: "Commandes",
  conversations: "Conversations",
  lastSeen: "Dernière visite",
};
