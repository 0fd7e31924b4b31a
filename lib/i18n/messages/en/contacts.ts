import { pluralFor } from "../../plural";

const count = pluralFor("en");

export const contacts = {
  title: "Contacts",
  gavePermission: (n: number) => count(n, "# person gave permission", "# people gave permission"),
  since: (when: string) => `Customer since ${when}`,
  orders: "Orders",
  conversations: "Conversations",
  lastSeen: "Last seen",
};
