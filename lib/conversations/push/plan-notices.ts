import { and, eq, gte, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { conversations, messages } from "#db/schema/conversations";
import { devices, notices } from "#db/schema/devices";
import { sessions } from "#db/schema/persons";
import { members } from "#db/schema/shops";
import { teamMembers } from "#db/schema/teams";
import { now } from "#lib/core/clock";
import { addJob } from "#lib/jobs/add-job";
import type { StoredMessage } from "../append-message";
import { type Told, whoIsTold } from "./who-is-told";

/** How long a message may be seen in an open window before a device tells of it, in milliseconds. */
const WAIT_MS = { shop: 5_000, own: 20_000 };

/**
 * Plans what devices tell of a message, each device once, and none of what was written before it was kept. A shopper is
 * told of answers in the web chat alone: Messenger tells of its own.
 */
export async function planNotices(
  shopId: string,
  { conversationId, messageId }: { conversationId: string; messageId: string },
): Promise<void> {
  await inShop(shopId, async (tx) => {
    const [found] = await tx
      .select({ message: messages, place: conversations, channel: channels.kind })
      .from(messages)
      .innerJoin(
        conversations,
        and(eq(conversations.shopId, messages.shopId), eq(conversations.id, messages.conversationId)),
      )
      .innerJoin(channels, and(eq(channels.shopId, messages.shopId), eq(channels.id, messages.channelId)))
      .where(
        and(
          eq(messages.shopId, shopId),
          eq(messages.id, messageId),
          eq(messages.conversationId, conversationId),
          inArray(messages.delivery, ["sent", "received"]),
          isNull(messages.unsentAt),
        ),
      );
    const told = found && whoIsTold(found.message, found.place);
    if (!told || (told === "contact" && found.channel !== "web_chat")) return;
    const audience = told === "contact" ? "own" : "shop";
    const runAt = new Date(now().getTime() + WAIT_MS[audience]);
    for (const deviceId of await devicesOf(
      tx,
      found.message,
      personsOf(tx, shopId, told, found.place.contactId),
      audience,
    )) {
      const [fresh] = await tx
        .insert(notices)
        .values({ shopId, messageId, deviceId })
        .onConflictDoNothing()
        .returning({ deviceId: notices.deviceId });
      if (fresh) await addJob(tx, "pushNotice", { shopId, conversationId, messageId, deviceId }, { runAt });
    }
  });
}

/** The logins of whoever is told, as a condition on a person's id. */
function personsOf(tx: Tx, shopId: string, told: Told, contactId: string): SQL {
  if (told === "contact")
    return inArray(
      sessions.personId,
      tx
        .select({ id: contacts.personId })
        .from(contacts)
        .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId))),
    );
  const team = (teamId: string) =>
    tx
      .select({ id: teamMembers.memberId })
      .from(teamMembers)
      .where(and(eq(teamMembers.shopId, shopId), eq(teamMembers.teamId, teamId)));
  const which =
    told === "every member" ? undefined : inArray(members.id, "members" in told ? told.members : team(told.team));
  return inArray(
    sessions.personId,
    tx
      .select({ id: members.personId })
      .from(members)
      .where(and(eq(members.shopId, shopId), isNull(members.removedAt), which)),
  );
}

async function devicesOf(
  tx: Tx,
  { createdAt }: StoredMessage,
  persons: SQL,
  audience: "shop" | "own",
): Promise<string[]> {
  const found = await tx
    .select({ id: devices.id })
    .from(devices)
    .innerJoin(sessions, eq(sessions.id, devices.sessionId))
    .where(
      and(
        persons,
        eq(devices.audience, audience),
        sql`${sessions.expiresAt} > now()`,
        gte(sql`${createdAt.toISOString()}::timestamptz`, devices.createdAt),
      ),
    );
  return found.map(({ id }) => id);
}
