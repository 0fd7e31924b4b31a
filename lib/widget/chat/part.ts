import { pause } from "./backoff";
import type { Child } from "./dom/jsx-runtime";
import type { AppProps } from "./parts/app";

/** What opens over the box to write in. */
export type Panel = { default: (props: AppProps) => Child };

/** What stands in a conversation besides words: fetched when the first of its kind is there. */
export type CardParts = {
  cards: typeof import("./lazy/cards");
  receipts: typeof import("./lazy/receipts");
  away: typeof import("./lazy/away");
  marks: typeof import("./lazy/marks");
};

type Parts = CardParts & {
  live: typeof import("./lazy/live");
  login: typeof import("./lazy/login");
  rating: typeof import("./lazy/rating");
  upload: typeof import("./lazy/upload");
  acts: Panel;
  faces: Panel;
  menu: Panel;
  picture: Panel;
  report: Panel;
};

let tries = 0;

/** Fetches a part of the chat that most people never need. Fails when it cannot be had; the next call tries again. */
export async function loadPart<K extends keyof Parts>(name: K): Promise<Parts[K]> {
  const address = `./${name}.js${tries ? `?${tries}` : ""}`; // beside this script, so of the same build
  try {
    return await import(address);
  } catch (error) {
    tries++; // browsers remember that an address failed
    throw error;
  }
}

/** The same for a part that has to be there: tried again, ever more slowly, until it is. */
export async function keepLoading<K extends keyof Parts>(name: K): Promise<Parts[K]> {
  for (let attempt = 0; ; attempt++) {
    const part = await loadPart(name).catch(() => null);
    if (part) return part;
    await pause(attempt);
  }
}
