import { pluralFor } from "../../plural";

const count = pluralFor("en");

/** When and how often a shop lets offers go to one person. */
export const offerLimits = {
  title: "When offers go",
  lead: "The rule for every shop: from 8 to 20 where the person lives, one a week and two a month at most, never on Sundays or public holidays. You can choose less.",
  names: { from: "Not before", to: "Not after", aMonth: "To one person in 30 days", restDays: "Between two" },
  choices: {
    from: (hour: number) => `${hour}:00`,
    to: (hour: number) => `${hour}:00`,
    aMonth: (n: number) => count(n, "one offer", "# offers"),
    restDays: (n: number) => count(n, "one day at least", "# days at least"),
  },
  hint: "It holds from now on, also for what waits: each goes at the first hour that is left.",
  save: "Save",
  saved: "Saved. It holds from now on.",
};
