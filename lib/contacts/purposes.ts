import type { PURPOSES } from "#db/schema/contacts";
import { DAY } from "#lib/core/clock";

export type Purpose = (typeof PURPOSES)[number];

/** What a shopper can allow, in the order in which she is asked; the browser's own, which has no tables. */
export const PURPOSE_LIST: readonly Purpose[] = ["service", "order_updates", "offers"];

/** How long a shopper who was asked for a permission and said no is not asked again. Source: permission.md, "Asking". */
const ASK_AGAIN_MS = 30 * DAY;

/** Whether she may be asked for a permission at an instant, after her last no. */
export const mayBeAsked = (saidNoAt: Date | null, at: Date): boolean =>
  saidNoAt === null || at.getTime() - saidNoAt.getTime() >= ASK_AGAIN_MS;
