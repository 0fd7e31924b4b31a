import { pluralFor } from "../../plural";

const count = pluralFor("en");

/** The table of contacts: what narrows it, and what can be done with those who are chosen. */
export const contactTable = {
  fields: { channel: "Channel", seen: "Last seen" },
  standing: { on: "yes", off: "withdrawn", none: "not given" },
  seen: { week: "within a week", month: "within a month", longer: "longer ago" },
  chosen: (field: string, value: string) => `${field}: ${value}`,
  spent: "Spent",
  choose: (name: string) => `Choose ${name}`,
  choosePage: "Choose everyone on this page",
  chosenContacts: "Chosen contacts",
  selected: (n: number) => `${n} selected`,
  reach: ({ contacts, offers }: { contacts: number; offers: number }) =>
    contacts > offers ? `${offers} may get offers, ${contacts - offers} may not` : `${offers} may get offers`,
  everyPage: "Choose everyone on every page",
  notSeen: "Not yet",
  import: "Import",
  export: "Export",
  exporting: (n: number) => `${n} written…`,
  exported: (n: number) => count(n, "One contact exported.", "# contacts exported."),
  clear: "Clear",
};
