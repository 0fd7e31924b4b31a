import { pluralFor } from "../../plural";

const plural = pluralFor("en");

/** What members read of shoppers' reports and of the shop's complaint budget. */
export const reports = {
  title: "Reports",
  lead: "A shopper may report any message of the shop in one tap. You see a day later how many did and why, or at once when several did: never who, nor which message.",
  states: { good: "Good", warned: "Warned", slowed: "Slowed", stopped: "Stopped" },
  says: {
    good: "Nothing is held back.",
    warned: "Nothing is held back yet. With more reports, offers go out half as often; then they stop for 30 days.",
    slowed: "Offers go out half as often: one to each person in 30 days. None is lost, each waits for its day.",
    stopped: "No offer goes out. Answers, receipts and order news still go, and whoever writes is answered.",
  },
  ends: (when: string) => `This ends by itself on ${when} if nobody else reports a message.`,
  count: (shoppers: number, offers: string) =>
    `${plural(shoppers, "# shopper reported a message that counts", "# shoppers reported messages that count")}, of ${offers} offers sent in 30 days.`,
  limits: (warned: string, slowed: string, stopped: string) =>
    `For this many offers: warned from ${warned}, slowed from ${slowed}, stopped from ${stopped} shoppers. Fewer than 1,000 offers count as 1,000.`,
  reasonsTitle: "What was said",
  reasonsFew: "Shown from three shoppers on, so that none of them stands out.",
  reasons: {
    advertising: "Advertising they did not want",
    rude: "Rude",
    deceiving: "Deceiving",
    none: "Without a reason",
  },
  backTitle: "How to come back",
  back: [
    "Look at your last offers: who got them, how often, and whether they said what was promised.",
    "Send offers only to people who allowed them lately, and fewer of them.",
    "Keep anything that sells out of answers and order news: a mixed message is an offer.",
    "Wait: a report counts for 30 days, and one that is taken back counts no more a day or two later.",
  ],
  bar: {
    warned: "Shoppers reported messages of the shop.",
    slowed: "Shoppers reported messages: offers go out half as often.",
    stopped: (when: string) => `Offers are stopped until ${when}: too many shoppers reported messages.`,
  },
  barLink: "Reports",
};
