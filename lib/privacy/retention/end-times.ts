import { sql } from "drizzle-orm";
import { inShop, outsideShops } from "#db/in-shop";
import { auditRecords } from "#db/schema/audit";
import { lockPermissions } from "#lib/contacts/record-permissions";
import { overBefore, readTimes, type Times } from "#lib/conversations/kept-times";
import { log } from "#lib/core/log";
import { beginErasure } from "../ask-erasure";
import { readLinks } from "../erase/belonging-rows";
import { clearableUntil, clearMessages, noteCleared, noteEnded } from "./clear-messages";
import { clearRest } from "./clear-rest";
import { isContactOver, overContacts } from "./over-contacts";
import { retryErasures } from "./retry-erasures";
import { thinLog } from "./thin-log";

const SHOPS = 200;
/** Contacts that are looked up at once; each is erased by a job of its own. */
const TOGETHER = 200;

/** Ends in every shop what it may hold no longer. A shop in which that fails is tried again the next night. */
export async function endTimes(): Promise<void> {
  for (let after: string | null = null; ; ) {
    const page: { shop_id: string }[] = await outsideShops((tx) =>
      tx.execute<{ shop_id: string }>(sql`select shop_id from shop_ids(${after}, ${SHOPS})`),
    );
    for (const { shop_id: shopId } of page)
      await endTimesOf(shopId).catch((error: unknown) =>
        log.error({ err: error, shopId }, "what a shop may hold no longer was not ended"),
      );
    if (page.length < SHOPS) return;
    after = page.at(-1)?.shop_id ?? null;
  }
}

/**
 * Ends in one shop what it may hold no longer, in stretches, each a transaction of its own that goes on where the last
 * ended: clears what was said, thins the security log, and has contacts erased with everything of theirs. The security log tells how much, where
 * that was anything.
 */
export async function endTimesOf(shopId: string): Promise<{ messages: number; contacts: number }> {
  const { times, span, until, links } = await inShop(shopId, async (tx) => {
    const read = await readTimes(tx, shopId);
    const span = { from: read.clearedUntil, before: overBefore(read.times.messages) };
    return { times: read.times, span, until: await clearableUntil(tx, shopId, span), links: await readLinks(tx) };
  });
  const next = (from: Date | null) => inShop(shopId, (tx) => clearMessages(tx, shopId, { ...span, from, links }));
  let messages = 0;
  for (let done = await next(span.from); done; done = await next(done.upTo)) messages += done.n;
  await inShop(shopId, (tx) => noteCleared(tx, shopId, until));
  await clearRest(shopId, span.before);
  await thinLog(shopId);
  const stuck = await inShop(shopId, (tx) => retryErasures(tx, shopId));
  const { contacts, failed } = await eraseOver(shopId, times);
  if (stuck + failed === 0) await inShop(shopId, (tx) => noteEnded(tx, shopId));
  if (messages + contacts > 0)
    await inShop(shopId, (tx) =>
      tx.insert(auditRecords).values({ shopId, act: "time_over", detail: { n: contacts, messages } }),
    );
  return { messages, contacts };
}

/** Has every contact erased whose time is over. One with whom that fails is over still the next night; the others go on. */
async function eraseOver(shopId: string, times: Times): Promise<{ contacts: number; failed: number }> {
  const done = { contacts: 0, failed: 0 };
  for (let after: string | undefined; ; ) {
    const found = await inShop(shopId, (tx) => overContacts(tx, shopId, times, { most: TOGETHER, after }));
    for (const contactId of found)
      try {
        if (await beginErasing(shopId, contactId, times)) done.contacts++;
      } catch (error) {
        done.failed++;
        log.error({ err: error, shopId, contactId }, "whom a shop may hold no longer was not erased");
      }
    after = found.at(-1);
    if (found.length < TOGETHER) return done;
  }
}

async function beginErasing(shopId: string, wanted: string, times: Times): Promise<boolean> {
  return inShop(shopId, async (tx) => {
    const contactId = await lockPermissions(tx, shopId, wanted);
    if (!(await isContactOver(tx, shopId, contactId, times))) return false;
    const { prospects, customers } = times;
    await beginErasure(tx, shopId, { contactId, proof: { prospects, customers } }, { origin: "retention" });
    return true;
  });
}
