import { pluralFor } from "../../plural";

const count = pluralFor("en");

export const contacts = {
  title: "Contacts",
  gavePermission: (n: number) => count(n, "# person gave permission", "# people gave permission"),
  since: (when: string) => `Customer since ${when}`,
  name: "Name",
  orders: "Orders",
  conversations: "Conversations",
  lastSeen: "Last seen",
  searchLabel: "Search by name",
  searchPlaceholder: "Name",
  emptyTitle: "Nobody yet",
  emptyText: "A contact appears here when a shopper signs in or gives a permission in the chat.",
  noneFound: (search: string) => `Nobody is called “${search}”`,
  showAll: "Show everyone",
  back: "To the first page",
  next: "Next",
  writesIn: (language: string) => `writes in ${language}`,
  channels: "Channels",
  noEmail: "E-mail not given",
  openConversation: "Open the conversation",
  noConversations: "No conversation yet.",
  noOrders: "No order yet.",
  conversation: { open: "Open", closed: "Closed" },
  ledger: {
    title: "Permission history",
    text: "What was answered, when and where. Entries are added, never changed.",
    empty: "Nothing was asked yet.",
    actions: {
      granted: "Allowed",
      refreshed: "Allowed again",
      withdrawn: "Withdrew",
      refused: "Not now",
      expired: "Expired",
      objected: "Objected",
    },
    textVersion: (language: string, version: string) => `${language}, text ${version}`,
  },
};
