import { pluralFor } from "../../plural";

const count = pluralFor("en");

export const me = {
  title: "My permissions",
  hello: (name: string) => `Hello, ${name}`,
  signInTitle: "See what your shops may send you",
  signInText:
    "Sign in the way you did in the shop’s chat. Here you see what you allowed, since when, and switch it off.",
  account: (name: string) => `Account of ${name}`,
  signOut: "Sign out",
  lead: (n: number) =>
    count(n, "One shop may contact you.", "# shops may contact you.") +
    " Switch anything off and they are told at once: they can no longer send you that kind of message.",
  leadNone: "No shop may contact you. They still answer when you write to them.",
  noShops: "No shop knows you yet",
  noShopsText: "Write to a shop in its chat and log in there: it appears here, with what you allow.",
  lastMessage: (when: string) => `Last message ${when}`,
  noMessage: "No message yet",
  withdraw: "Withdraw",
  withdrawOne: (purpose: string) => `Withdraw: ${purpose}`,
  withdrawAll: "Withdraw all",
  withdrawAllTitle: (shop: string) => `Withdraw everything from ${shop}?`,
  withdrawAllText: (shop: string) =>
    `${shop} can no longer write to you first. They still answer when you write. What was sent stays where it is.`,
  withdrawnAll: (shop: string) => `All permissions withdrawn. ${shop} has been told.`,
  withdrawn: (name: string, shop: string) => `${name}: withdrawn. ${shop} has been told.`,
  allowed: (name: string, shop: string) => `${name}: allowed. ${shop} has been told.`,
  notChanged: "No connection. Nothing was changed. Try again.",
  switchOf: (name: string, shop: string) => `${name}, ${shop}`,
  since: (when: string) => `Since ${when}`,
  youRead: "You read: “<words/>”",
  neverGiven: "Never given",
  acts: {
    connect_dialog: "when you signed in",
    chat_card: "in the chat",
    my_permissions: "on this page",
    stop_word: "by writing STOP",
    checkout: "at the checkout",
    login_connect: "when you logged in on the shop’s site with Facebook",
    expiry: "after too long without news",
    import: "from a list of the shop",
  },
  keepSigned: "Keep a signed copy",
  history: (n: number, since: string) => `${count(n, "# answer", "# answers")} since ${since}`,
  records: {
    granted: "Allowed",
    refreshed: "Allowed again",
    withdrawn: "Withdrawn",
    objected: "Objected",
    expired: "Ended",
    refused: "Not now",
  },
};
