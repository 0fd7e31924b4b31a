export const permissions = {
  title: "Permissions",
  mine: "My permissions",
  history: "History",
  names: { service: "Service", order_updates: "Order updates", offers: "Offers" },
  texts: {
    service: "<b>Service</b>: may write to you again about a question or an order",
    order_updates: "<b>Order updates</b>: receipts, delivery and payment news",
    offers: "<b>Offers</b>: news and sales, twice a month at most",
  },
  states: { on: "On", off: "Off", not_given: "Not given", asked: "Asked" },
  neverAsked: "Never asked",
  given: (when: string) => `Given ${when}`,
  withdrawn: (when: string) => `Withdrawn ${when}`,
  refused: (when: string) => `Not now, ${when}`,
  asked: (when: string) => `Asked ${when}`,
  by: (name: string) => `by ${name}`,
};
