import { pluralFor } from "../plural";

const count = pluralFor("en");

export const en = {
  code: {
    subject: (code: string) => `${code} is your code for Comptoir`,
    typeIt: "Type this code in the window where you asked for it. It works once, for ten minutes.",
    notYou: "If you did not ask for it, do nothing: nobody can sign in without it. Give it to nobody.",
    why: "You get this mail because somebody asked for a code for this address.",
  },
  answer: {
    subject: (shop: string) => `${shop} has answered you`,
    text: (shop: string) => `You wrote to ${shop} and left before the answer came. It is there now.`,
    private: "What was written stays in the chat, and is not in this mail.",
    open: "Read the answer",
    why: (shop: string) =>
      `You get this mail because you wrote to ${shop} and this address is proven to be yours. ${shop} does not see who reads it.`,
    stop: (shop: string) => `No more of these mails from ${shop}`,
    permissions: (shop: string) => `What ${shop} may send you`,
  },
  pause: {
    subject: (page: string) => `${page} cannot send on Messenger`,
    text: (page: string) =>
      `Facebook takes nothing from ${page} at the moment. The settings say why, and mend it in one press.`,
    waits: "What is written meanwhile is kept and goes once the connection is mended, as far as its time allows.",
    mend: "Mend the connection",
    why: (shop: string) =>
      `You get this mail because you are an owner or admin of ${shop}. It is sent once for each pause.`,
  },
  digest: {
    subject: (shop: string) => `${shop}: how things stand`,
    text: (shop: string) => `This is how ${shop} stands now.`,
    waiting: (n: number, longest: string) =>
      count(n, `# conversation waits, for ${longest}`, `# conversations wait, the longest for ${longest}`),
    mine: (n: number) => count(n, "# of those is yours", "# of those are yours"),
    ending: (n: number) => count(n, "# reply window ends today", "# reply windows end today"),
    mentions: (n: number) =>
      count(
        n,
        "# note of the last day names you and has no answer",
        "# notes of the last day name you and have no answer",
      ),
    failed: (n: number) => count(n, "# message did not go", "# messages did not go"),
    open: "Open the inbox",
    why: (shop: string) => `You get this mail because you chose it as a member of ${shop}.`,
    stop: "No more of these mails",
  },
};
