/** What the shop's side says to a shopper by itself, in the conversation. */
export const en = {
  stopped: (shop: string, url: string) =>
    `${shop} will send you no more offers, order news or other messages. Write here at any time and you are answered. To allow them again: ${url}`,
  permissions: (shop: string, url: string) =>
    `What ${shop} may send you, why and since when, and how to take it back: ${url} This link is yours alone: do not pass it on.`,
  offerEnds: (url: string) => `No more offers: ${url} or answer STOP`,
};
