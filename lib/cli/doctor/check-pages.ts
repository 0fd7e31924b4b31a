import { and, asc, eq, isNull, max } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { inShop, type Tx } from "#db/in-shop";
import { channels, identities } from "#db/schema/channels";
import { type OpenPage, pageOf } from "#lib/channels/messenger/page-of";
import { findTroubles } from "#lib/channels/messenger/pages/find-troubles";
import { pauses, type Trouble } from "#lib/channels/messenger/pages/troubles";
import { messagesFor } from "#lib/i18n/messages";
import type { Finding } from "./finding";
import { findingOfLoginConnect, wordsOfPage } from "./page-words";

/** Those that stop messages; the others only warn. */
const BREAKING = new Set<Trouble>(["scopes_missing", "subscription_lost", "app_subscription_lost", "unreachable"]);

/** How the connection of each Page in use is, whatever its shop. `ownerUrl`: the database as its owner, who sees all. */
export async function checkPages(ownerUrl: string): Promise<Finding[]> {
  const connected = await listConnected(ownerUrl);
  if (connected.length === 0)
    return [{ what: "Pages", state: "skipped", found: "none is connected", advice: "Settings, Messenger" }];
  const findings: Finding[] = [];
  for (const { shopId, id } of connected) findings.push(...(await checkPage(shopId, id)));
  return findings;
}

async function listConnected(ownerUrl: string): Promise<{ shopId: string; id: string }[]> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    return await drizzle(sql)
      .select({ shopId: channels.shopId, id: channels.id })
      .from(channels)
      .where(and(eq(channels.kind, "messenger"), isNull(channels.disconnectedAt)))
      .orderBy(asc(channels.createdAt));
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function checkPage(shopId: string, channelId: string): Promise<Finding[]> {
  const { page, lastOptIn } = await inShop(shopId, async (tx) => ({
    page: await pageOf(tx, shopId, channelId),
    lastOptIn: await readLastOptIn(tx, shopId, channelId),
  }));
  const invites = page.loginConnect ? [findingOfLoginConnect(page.name, lastOptIn)] : [];
  return [await checkConnection(page), ...invites];
}

/** When somebody last let the Page write first. */
async function readLastOptIn(tx: Tx, shopId: string, channelId: string): Promise<Date | null> {
  const [found] = await tx
    .select({ at: max(identities.optedInAt) })
    .from(identities)
    .where(and(eq(identities.shopId, shopId), eq(identities.channelId, channelId)));
  return found?.at ?? null;
}

async function checkConnection(page: OpenPage): Promise<Finding> {
  const what = `Page ${page.name}`;
  const { troubles, fields } = await findTroubles(page);
  if (troubles.length === 0) return { what, state: "well", found: wordsOfPage({ ...page, fields: fields ?? [] }) };
  const texts = messagesFor("en").messengerSettings.troubles;
  const state = troubles.some((one) => pauses(one) || BREAKING.has(one)) ? "failed" : "warning";
  return {
    what,
    state,
    found: troubles.map((one) => texts[one]).join(" "),
    advice: "press Reconnect under Settings, Messenger",
  };
}
