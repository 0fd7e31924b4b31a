/** Why a template is not taken; part of the catalogue `problems`. */
export const templateRefusals = {
  template_exists: "This Page has this template already. Wait for its answer, or choose another name.",
  template_holes: "Number the holes from {{1}} without a gap.",
  template_edges: "Begin and end with words, not with a hole: Facebook refuses it otherwise.",
};

export const messengerTemplates = {
  title: "Order news",
  of: (page: string) => `Order news of ${page}`,
  lead: "After the reply window, Messenger lets only approved words carry news of an order.",
  languages: { en: "English", fr: "French" },
  states: {
    draft: "Not sent",
    pending: "Being examined",
    approved: "Approved",
    rejected: "Refused",
    paused: "Paused by Facebook",
  },
  ask: "Ask for approval",
  askAgain: "Ask again",
  asked: "Sent to Facebook, which answers within seconds.",
  said: (words: string) => `Facebook says: ${words}`,
  problems: {
    resting: "Facebook asks for patience. It is sent by itself in a while.",
    page_paused: "It waits until the Page is connected again. Ask again then.",
    permission:
      "Facebook does not let this Page have templates. Where you choose a Page, log in with Facebook again with “Send order updates after 24 h” ticked, then ask again.",
    refused: "Facebook did not take these words.",
  },
};
