import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { attachments } from "#db/schema/conversations";
import { messengerPages } from "#db/schema/messenger";
import type { StoredMessage } from "#lib/conversations/append-message";
import { MINUTE } from "#lib/core/clock";
import type { GraphUsage } from "../graph-error";

/** One call every so many milliseconds, and how far ahead of that a Page may be for a moment. */
type Pace = { everyMs: number; aheadMs: number };

/**
 * Kept below what the platform allows a Page in any one second: 300 messages, of which 10 with sound, film or a file.
 * Most in a second: (aheadMs + 1000) / everyMs + 1. Source: rate limiting, in the Messenger reference §4.
 */
const SENDS: Pace = { everyMs: 5, aheadMs: 450 };
const MEDIA: Pace = { everyMs: 170, aheadMs: 400 };
const MEDIA_KINDS = ["audio", "video", "file"] as const;

/** From this much of a limit on a Page slows down, and from there on it rests. */
const FILLING_PERCENT = 75;
const NEARLY_FULL_PERCENT = 95;
/** How long a Page waits between two calls just before it rests. */
const SLOWEST_MS = 4_000;

/**
 * How long a Page rests after a call, in milliseconds, by how full the platform says its limits are: not at all below
 * three quarters, then longer and longer, so that what is left lasts, and in the end a minute or as long as is asked.
 */
export function restAfter({ percent, restMs }: GraphUsage): number {
  if (percent >= NEARLY_FULL_PERCENT) return Math.max(restMs, MINUTE);
  const filled = (percent - FILLING_PERCENT) / (NEARLY_FULL_PERCENT - FILLING_PERCENT);
  return filled < 0 ? 0 : Math.max(100, Math.round(SLOWEST_MS * filled));
}

const ms = (many: number): SQL => sql`${many} * interval '1 millisecond'`;
const sends = { until: messengerPages.sendsUntil, promised: messengerPages.sendsPromised, ...SENDS };
const media = { until: messengerPages.mediaUntil, promised: messengerPages.mediaPromised, ...MEDIA };
type Lane = typeof sends | typeof media;

const hasRoom = ({ until, aheadMs }: Lane) => sql`coalesce(${until} <= clock_timestamp() + ${ms(aheadMs)}, true)`;
const further = ({ until, everyMs }: Lane) => sql`greatest(${until}, clock_timestamp()) + ${ms(everyMs)}`;
/** After whatever was promised before, so that those who wait come one by one and not all at once. */
const promise = ({ until, promised, everyMs, aheadMs }: Lane) =>
  sql`greatest(${promised}, ${until} - ${ms(aheadMs)}, clock_timestamp()) + ${ms(everyMs)}`;

/**
 * Takes a Page's next call for a message, shared by all workers through the Page's row. Null when it may go now, else the
 * instant to try it again, promised to nobody else.
 */
export async function takeTurn(tx: Tx, channelId: string, message: StoredMessage): Promise<Date | null> {
  const { shopId } = message;
  const page = eq(messengerPages.channelId, channelId);
  const heavy = await isMedia(tx, message);
  const taken = await tx
    .update(messengerPages)
    .set({ sendsUntil: further(sends), ...(heavy ? { mediaUntil: further(media) } : {}) })
    .where(and(eq(messengerPages.shopId, shopId), page, hasRoom(sends), heavy ? hasRoom(media) : undefined))
    .returning({ channelId: messengerPages.channelId });
  if (taken.length > 0) return null;
  const [waits] = await tx
    .update(messengerPages)
    .set(heavy ? { mediaPromised: promise(media) } : { sendsPromised: promise(sends) })
    .where(and(eq(messengerPages.shopId, shopId), page))
    .returning({ at: heavy ? messengerPages.mediaPromised : messengerPages.sendsPromised });
  if (!waits?.at) throw new Error("a Page vanished between two statements");
  return waits.at;
}

/** Whether a message carries what the platform counts as sound and film. */
async function isMedia(tx: Tx, { shopId, id, body, kind }: StoredMessage): Promise<boolean> {
  if (kind === "receipt" || body !== "") return false;
  const [found] = await tx
    .select({ id: attachments.id })
    .from(attachments)
    .where(
      and(eq(attachments.shopId, shopId), eq(attachments.messageId, id), inArray(attachments.kind, [...MEDIA_KINDS])),
    )
    .limit(1);
  return found !== undefined;
}
