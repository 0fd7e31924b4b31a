import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/in-shop";
import { messengerPages } from "#db/schema/messenger";
import { channelChanged } from "../pages/events";
import { noteTrouble, pausePage } from "../pages/pause-page";
import { resumePage } from "../pages/resume-page";
import { pauses, TOLD_TROUBLES } from "../pages/troubles";
import { Words } from "./hook-values";
import { readItem } from "./item-shapes";
import type { Place } from "./place";
import type { HookItem } from "./read-items";

const Policy = z.object({
  action: z
    .string()
    .toLowerCase()
    .pipe(z.enum(["warning", "block", "unblock"])),
  reason: Words.nullish(),
});

const LONGEST_REASON = 300;

/** Older payloads write the key with a hyphen. Source: messenger-platform.md §2.4. */
const PolicyItem = z.union([
  z.object({ policy_enforcement: Policy }).transform((item) => item.policy_enforcement),
  z.object({ "policy-enforcement": Policy }).transform((item) => item["policy-enforcement"]),
]);

/** The platform warned, blocked or unblocked the Page: while it is blocked nothing is sent, and its owners are told. */
export async function takePolicy(tx: Tx, place: Place, item: HookItem): Promise<void> {
  const { action, reason: given } = readItem(PolicyItem, item);
  const { shopId, channelId } = place;
  const reason = given?.trim().slice(0, LONGEST_REASON) ?? "";
  if (action === "block") await pausePage(tx, { shopId, channelId, trouble: "page_restricted", reason });
  else if (action === "unblock") await lift(tx, place);
  else await noteTrouble(tx, { shopId, channelId, trouble: "page_warned", reason });
}

async function lift(tx: Tx, { shopId, channelId }: Place): Promise<void> {
  const ours = and(eq(messengerPages.shopId, shopId), eq(messengerPages.channelId, channelId));
  const [page] = await tx.select({ troubles: messengerPages.troubles }).from(messengerPages).where(ours).for("update");
  const lifted = new Set<string>(TOLD_TROUBLES);
  const troubles = page?.troubles.filter(({ key }) => !lifted.has(key)) ?? [];
  if (!page || troubles.length === page.troubles.length) return;
  await tx
    .update(messengerPages)
    .set({ troubles, version: sql`${messengerPages.version} + 1` })
    .where(ours);
  if (!troubles.some(({ key }) => pauses(key))) await resumePage(tx, shopId, channelId);
  await channelChanged.record(tx, shopId, { channelId });
}
