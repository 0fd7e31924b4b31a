import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/in-shop";
import { messageTemplates } from "#db/schema/messenger";
import { channelWorked } from "../pages/events";
import { Id, Words } from "./hook-values";
import { readItem } from "./item-shapes";
import type { Place } from "./place";
import type { HookItem } from "./read-items";

const STATES = {
  APPROVED: "approved",
  REINSTATED: "approved",
  REJECTED: "rejected",
  DISABLED: "rejected",
  DELETED: "rejected",
  PENDING: "pending",
  IN_APPEAL: "pending",
  PENDING_DELETION: "pending",
  FLAGGED: "paused",
  PAUSED: "paused",
} as const;
const Event = z
  .string()
  .toUpperCase()
  .pipe(z.enum(Object.keys(STATES) as (keyof typeof STATES)[]));

const StatusItem = z.object({
  value: z.object({
    event: Event,
    message_template_id: Id.nullish(),
    message_template_name: Words,
    message_template_language: z.string(),
    reason: Words.nullish(),
  }),
});

/** What the platform decided about a template of the Page. A template that is not the shop's changes nothing. */
export async function takeTemplateStatus(tx: Tx, place: Place, item: HookItem): Promise<void> {
  const { value } = readItem(StatusItem, item);
  const told = await tx
    .update(messageTemplates)
    .set({
      state: STATES[value.event],
      reason: value.reason && value.reason !== "NONE" ? value.reason : null,
      ...(value.message_template_id ? { externalId: value.message_template_id } : {}),
      updatedAt: new Date(),
    })
    .where(
      and(
        eq(messageTemplates.shopId, place.shopId),
        eq(messageTemplates.channelId, place.channelId),
        eq(messageTemplates.name, value.message_template_name),
        eq(messageTemplates.language, value.message_template_language),
      ),
    )
    .returning({ id: messageTemplates.id });
  if (told.length > 0) await channelWorked.record(tx, place.shopId, { channelId: place.channelId });
}
