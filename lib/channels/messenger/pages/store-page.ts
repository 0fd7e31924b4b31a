import { and, eq, sql } from "drizzle-orm";
import { inShop, outsideShops, type Tx } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { messengerPages } from "#db/schema/messenger";
import { HOUR, MINUTE, now } from "#lib/core/clock";
import { refused } from "#lib/core/errors";
import { seal } from "#lib/core/seal";
import { addJob } from "#lib/jobs/add-job";
import type { MemberActor } from "#lib/shops/actor";
import { recordAct } from "#lib/shops/record-act";
import { pageTokenContext } from "../page-of";
import { channelChanged } from "./events";
import { fetchMissed } from "./fetch-missed";
import type { Account } from "./graph-pages";
import type { TokenFacts } from "./graph-tokens";

const CHECK_EVERY_MS = HOUR;
/** A Page that was kept is subscribed by then, or whoever did it has died: what was missed is fetched all the same. */
const SUBSCRIBED_WITHIN_MS = 2 * MINUTE;
const UNIQUE_VIOLATION = "23505";

/** Queues the next look at a Page's health, in so many milliseconds: an hour, unless there is a reason. One waits at a time. */
export async function queueCheck(tx: Tx, shopId: string, channelId: string, inMs = CHECK_EVERY_MS): Promise<void> {
  const runAt = new Date(now().getTime() + inMs);
  await addJob(tx, "checkPage", { shopId, channelId }, { key: `check-page:${channelId}`, runAt });
}

/** The shop that uses a Page, or null. Needs no rights: it gives an id, never a row. */
export async function shopOfPage(pageId: string): Promise<string | null> {
  const [row] = await outsideShops((tx) =>
    tx.execute<{ shop_id: string }>(sql`select shop_id from entrance_shop_by_page(${pageId})`),
  );
  return row?.shop_id ?? null;
}

/** A Page as it was kept, and since when the shop had not used it before that. */
export type StoredPage = { channelId: string; unusedSince: Date | null };

/**
 * Keeps a Page with its token, sealed. The channel the shop once had for it is used again, with its conversations.
 * Refuses a Page that another shop uses.
 */
export async function storePage(actor: MemberActor, account: Account, facts: TokenFacts): Promise<StoredPage> {
  try {
    return await inShop(actor.shopId, (tx) => store(tx, actor, account, facts));
  } catch (error) {
    if (isTaken(error)) throw refused("page_elsewhere", { name: account.name });
    throw error;
  }
}

async function store(tx: Tx, actor: MemberActor, account: Account, facts: TokenFacts): Promise<StoredPage> {
  const { shopId } = actor;
  const [before] = await tx
    .select({ disconnectedAt: channels.disconnectedAt })
    .from(channels)
    .where(and(eq(channels.shopId, shopId), eq(channels.kind, "messenger"), eq(channels.externalId, account.id)));
  const [channel] = await tx
    .insert(channels)
    .values({ shopId, kind: "messenger", externalId: account.id })
    .onConflictDoUpdate({
      target: [channels.shopId, channels.kind, channels.externalId],
      set: { disconnectedAt: null },
      setWhere: eq(channels.shopId, shopId),
    })
    .returning({ id: channels.id });
  if (!channel) throw new Error("insert returned no row");
  const channelId = channel.id;
  const page = {
    name: account.name,
    category: account.category,
    followers: account.followers,
    pictureUrl: account.pictureUrl,
    sealedToken: seal(account.token ?? "", pageTokenContext(channelId)),
    tokenExpiresAt: facts.expiresAt,
    dataAccessExpiresAt: facts.dataAccessExpiresAt,
    facebookUserId: facts.userId ?? "",
    connectedBy: actor.memberId,
    scopes: facts.scopes,
    tasks: account.tasks,
  };
  await tx
    .insert(messengerPages)
    .values({ channelId, shopId, ...page, subscribedFields: [] })
    .onConflictDoUpdate({
      target: messengerPages.channelId,
      set: { ...page, version: sql`${messengerPages.version} + 1` },
      setWhere: eq(messengerPages.shopId, shopId),
    });
  await recordAct(tx, actor, "channel_connected", { name: account.name });
  await queueCheck(tx, shopId, channelId);
  const subscribed = new Date(now().getTime() + SUBSCRIBED_WITHIN_MS);
  if (before?.disconnectedAt) await fetchMissed(tx, shopId, channelId, before.disconnectedAt, subscribed);
  await channelChanged.record(tx, shopId, { channelId });
  return { channelId, unusedSince: before?.disconnectedAt ?? null };
}

function isTaken(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error && "code" in cause && cause.code === UNIQUE_VIOLATION;
}
