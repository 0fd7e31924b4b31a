import type { Purpose } from "#lib/contacts/purposes";

/** The permissions in the order in which every screen shows them. */
export const PURPOSES: readonly Purpose[] = ["service", "order_updates", "offers"];
