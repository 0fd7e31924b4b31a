import { and, eq, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { messengerPages } from "#db/schema/messenger";
import { now } from "#lib/core/clock";
import { type OpenPage, pageOf } from "../page-of";
import { channelChanged } from "./events";
import { fetchMissed } from "./fetch-missed";
import { type Findings, findTroubles } from "./find-troubles";
import { pauseChannel } from "./pause-channel";
import { resumePage } from "./resume-page";
import { isLost, mergeTroubles, pauses, TOLD_TROUBLES, type Trouble } from "./troubles";

/**
 * Asks Facebook how a Page's connection is and keeps the answer: troubles, facts, and whether its channel is paused.
 * What Facebook told by itself has no question to ask, so it stays until `byMember` looks. Gives the troubles by key; none
 * for a Page that was disconnected meanwhile.
 */
export async function examinePage(shopId: string, channelId: string, byMember: boolean): Promise<Trouble[]> {
  const page = await inShop(shopId, (tx) => pageOf(tx, shopId, channelId));
  if (page.disconnectedAt) return [];
  const findings = await findTroubles(page);
  const told = byMember ? [] : TOLD_TROUBLES.filter((one) => page.troubles.some(({ key }) => key === one));
  const troubles = [...findings.troubles, ...told];
  await inShop(shopId, (tx) => keep(tx, page, { ...findings, troubles }));
  return troubles;
}

/** Keeps nothing when the Page got another token, or was disconnected, while Facebook was asked. */
async function keep(tx: Tx, asked: OpenPage, { troubles, token, page, fields }: Findings): Promise<void> {
  const { shopId, channelId } = asked;
  const ours = and(eq(messengerPages.shopId, shopId), eq(messengerPages.channelId, channelId));
  await tx.select({ id: messengerPages.channelId }).from(messengerPages).where(ours).for("update");
  const held = await pageOf(tx, shopId, channelId);
  if (held.sealedToken !== asked.sealedToken || held.disconnectedAt) return;
  const next = mergeTroubles(held.troubles, troubles, now());
  await tx
    .update(messengerPages)
    .set({
      troubles: next,
      checkedAt: now(),
      version: sql`${messengerPages.version} + 1`,
      ...(token?.valid
        ? { scopes: token.scopes, tokenExpiresAt: token.expiresAt, dataAccessExpiresAt: token.dataAccessExpiresAt }
        : {}),
      ...(page
        ? { name: page.name, category: page.category, followers: page.followers, pictureUrl: page.pictureUrl }
        : {}),
      ...(fields ? { subscribedFields: fields } : {}),
    })
    .where(ours);
  if (troubles.some(pauses)) await pauseChannel(tx, shopId, channelId);
  else await resumePage(tx, shopId, channelId);
  const lost = held.troubles.find(({ key }) => isLost(key));
  if (lost && !troubles.some(isLost) && !troubles.includes("unreachable") && !troubles.some(pauses))
    await fetchMissed(tx, shopId, channelId, new Date(lost.at));
  if (keysOf(next) !== keysOf(held.troubles)) await channelChanged.record(tx, shopId, { channelId });
}

const keysOf = (troubles: readonly { key: string }[]) => troubles.map(({ key }) => key).join(" ");
