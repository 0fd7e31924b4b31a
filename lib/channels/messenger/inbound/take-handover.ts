import { and, eq, gt, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { changeConversation, type LockedConversation } from "#lib/conversations/access";
import { conversationChanged } from "#lib/conversations/events";
import { env } from "#lib/core/env";
import { Id } from "./hook-values";
import { atOf, Common, readItem } from "./item-shapes";
import type { Place } from "./place";
import type { HookItem } from "./read-items";
import { tellEvent } from "./tell-event";

const Control = z.object({ new_owner_app_id: Id.nullish(), previous_owner_app_id: Id.nullish() });
const PassItem = Common.extend({ pass_thread_control: Control });
const TakeItem = Common.extend({ take_thread_control: Control });

/** Who holds a thread when the platform tells only that it is no longer us. */
const SOMEBODY = "unknown";

/** A thread was given to an app. Source: Conversation Routing, messenger-platform.md §2.4. */
export async function takePassedThread(tx: Tx, place: Place, item: HookItem): Promise<void> {
  const { sender, pass_thread_control: control, timestamp } = readItem(PassItem, item);
  const owner = control.new_owner_app_id ?? env().FACEBOOK.clientId;
  await hand(tx, place, item, {
    psid: sender.id,
    at: atOf(item, timestamp),
    owner,
    before: control.previous_owner_app_id,
  });
}

/** An app took a thread; whoever loses it may not be told who. */
export async function takeTakenThread(tx: Tx, place: Place, item: HookItem): Promise<void> {
  const { sender, take_thread_control: control, timestamp } = readItem(TakeItem, item);
  const owner = control.new_owner_app_id ?? SOMEBODY;
  await hand(tx, place, item, {
    psid: sender.id,
    at: atOf(item, timestamp),
    owner,
    before: control.previous_owner_app_id,
  });
}

type Handover = { psid: string; at: Date; owner: string; before: string | null | undefined };

async function hand(tx: Tx, place: Place, item: HookItem, { psid, at, owner, before }: Handover): Promise<void> {
  const ours = owner === env().FACEBOOK.clientId;
  const event = ours
    ? { type: "thread_given" as const, app: before ?? null }
    : { type: "thread_taken" as const, app: owner };
  const thread = await tellEvent(tx, place, item, { psid, at, event });
  if (!thread || (await isOutdated(tx, thread, at))) return;
  await changeConversation(tx, thread, { threadOwner: ours ? null : owner });
  await conversationChanged.record(tx, place.shopId, { conversationId: thread.id });
}

async function isOutdated(tx: Tx, { shopId, id }: LockedConversation, at: Date): Promise<boolean> {
  const newer = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.shopId, shopId),
        eq(messages.conversationId, id),
        eq(messages.kind, "event"),
        inArray(sql`${messages.event} ->> 'type'`, ["thread_taken", "thread_given"]),
        gt(messages.createdAt, at),
      ),
    )
    .limit(1);
  return newer.length > 0;
}
