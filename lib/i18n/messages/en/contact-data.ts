import { pluralFor } from "../../plural";

const count = pluralFor("en");

export const contactData = {
  title: "Data and requests",
  text: "What was asked about this data, and by when it must be answered.",
  exportAll: "Export the data",
  asPage: "Readable page",
  asJson: "JSON",
  exported: "Written down as handed over. The download begins.",
  erase: "Erase",
  eraseTitle: (name: string) => `Erase everything about ${name}?`,
  eraseText:
    "Messages, files, identities and details go, everywhere and for good. The proof of permissions and the sums of orders stay, as the law asks.",
  erasing: (name: string) => `${name} is being erased.`,
  erasedOn: (when: string) => `Erased on ${when}. Only the proof of permissions and the sums of orders are left.`,
  record: "Write down a request",
  recordText: "For what came by letter, mail or at the counter. The month runs from the day it came.",
  recordKind: "What was asked for",
  recordDay: "It came on",
  recorded: (due: string) => `Written down. Due by ${due}.`,
  kinds: { access: "A copy of the data", erasure: "Erasure" },
  origins: {
    me: "asked in My permissions",
    member: "written down by the team",
    retention: "erased by the clock: the time to keep it was over",
  },
  dueBy: (when: string) => `due by ${when}`,
  overdue: (when: string) => `overdue since ${when}`,
  doneOn: (when: string) => `done on ${when}`,
  progress: (percent: number) => `erasing, ${percent}% done`,
  extend: "Two more months…",
  extendTitle: "Extend by two months?",
  extendText: "Only where it is complex, and the person must be told the reason now.",
  extendReason: "The reason the person was told",
  extendDo: "Extend",
  extended: (due: string) => `Extended. Now due by ${due}.`,
  extendedBecause: (reason: string) => `Extended: ${reason}`,
  none: "Nothing was asked.",
  open: (n: number) => count(n, "One request is open", "# requests are open"),
  someone: "Somebody without a name",
};
