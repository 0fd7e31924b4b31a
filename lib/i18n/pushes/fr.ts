import type { en } from "./en";

export const fr: typeof en = {
  answered: "La boutique vous a répondu.",
  visitor: "Visiteur",
  given: "Cette conversation vous a été confiée.",
  sentFile: "Vous a envoyé quelque chose.",
  mentioned: (name: string, words: string) => `${name} vous a mentionné : ${words}`,
};
