import type { Child } from "./dom/jsx-runtime";
import type { AppProps } from "./parts/app";

/** What opens over the box to write in. */
export type Panel = { default: (props: AppProps) => Child };

/** What stands in a conversation besides words: fetched when the first of its kind is there. */
export type CardParts = {
  cards: typeof import("./lazy/cards");
  away: typeof import("./lazy/away");
};

type Parts = CardParts & {
  login: typeof import("./lazy/login");
  upload: typeof import("./lazy/upload");
  faces: Panel;
  picture: Panel;
};

let tries = 0;

/** Fetches a part of the chat that most people never need. Fails when it cannot be had; the next call tries again. */
export async function loadPart<K extends keyof Parts>(name: K): Promise<Parts[K]> {
  try {
    return await import(`/widget/${name}.js${tries ? `?${tries}` : ""}`);
  } catch (error) {
    tries++; // browsers remember that an address failed
    throw error;
  }
}
