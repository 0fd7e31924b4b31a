import type { PURPOSES } from "#db/schema/contacts";

export type Purpose = (typeof PURPOSES)[number];

/** What a shopper can allow, in the order in which she is asked; the browser's own, which has no tables. */
export const PURPOSE_LIST: readonly Purpose[] = ["service", "order_updates", "offers"];
