import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { inShop, outsideShops, type Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { messages } from "#db/schema/conversations";
import { devices, notices } from "#db/schema/devices";
import { persons, sessions } from "#db/schema/persons";
import { members } from "#db/schema/shops";
import { now } from "#lib/core/clock";
import { log } from "#lib/core/log";
import type { OutboundTrust } from "#lib/core/outbound";
import { pushTexts } from "#lib/i18n/pushes";
import { KEPT_S, type PushNotice, sendPush } from "#lib/push/send-push";
import { readShop } from "#lib/shops/load-shop";
import { readQuietTimes } from "#lib/shops/notices/load-notice-choices";
import { isQuiet } from "#lib/shops/notices/quiet-times";
import { findLocked, type LockedConversation } from "../access";
import type { StoredMessage } from "../append-message";
import { askAgain } from "../ask-again";
import { beginningOf } from "../beginning-of";
import { whoIsTold } from "./who-is-told";

export const OneNotice = z.strictObject({
  shopId: z.uuid(),
  conversationId: z.uuid(),
  messageId: z.uuid(),
  deviceId: z.uuid(),
});

type Device = typeof devices.$inferSelect & { personId: string };

/**
 * Tells one device of one message, unless it was seen meanwhile, taken back, concerns whoever uses the device no longer,
 * or could not be told for as long as a push service would have kept it. In her quiet times a member is told nothing,
 * and of what came then nothing afterwards. A shopper's is asked of the permission rule once more, and quotes nothing. A device whose push service knows it
 * no more is forgotten.
 */
export async function pushNotice(job: z.output<typeof OneNotice>, trust?: OutboundTrust): Promise<void> {
  const { shopId, conversationId, messageId, deviceId } = job;
  const due = await inShop(shopId, async (tx) => {
    const device = (await isTimely(tx, job)) ? await findDevice(tx, deviceId) : null;
    const conversation = device && (await findLocked(tx, shopId, conversationId));
    if (!device || !conversation) return null;
    const [message] = await tx
      .select()
      .from(messages)
      .where(
        and(
          eq(messages.shopId, shopId),
          eq(messages.id, messageId),
          eq(messages.conversationId, conversationId),
          isNull(messages.unsentAt),
        ),
      );
    if (!message) return null;
    const notice =
      device.audience === "own"
        ? await ownNotice(tx, conversation, message, device)
        : await shopNotice(tx, conversation, message, device);
    return notice && { device, notice };
  });
  if (!due) return;
  const outcome = await sendPush(due.device, { ...due.notice, lang: due.device.locale }, trust);
  if (outcome === "refused") log.warn({ deviceId }, "a notice was refused by its push service");
  if (outcome !== "sent") await outsideShops((tx) => tx.delete(devices).where(eq(devices.id, deviceId)));
}

async function isTimely(tx: Tx, { shopId, messageId, deviceId }: z.output<typeof OneNotice>): Promise<boolean> {
  const [planned] = await tx
    .select({ at: notices.createdAt })
    .from(notices)
    .where(
      and(
        eq(notices.shopId, shopId),
        eq(notices.messageId, messageId),
        eq(notices.deviceId, deviceId),
        gt(notices.createdAt, new Date(now().getTime() - KEPT_S * 1_000)),
      ),
    );
  return planned !== undefined;
}

/** The device and who uses it, while its session lives. */
async function findDevice(tx: Tx, deviceId: string): Promise<Device | null> {
  const [found] = await tx
    .select({ device: devices, personId: sessions.personId })
    .from(devices)
    .innerJoin(sessions, eq(sessions.id, devices.sessionId))
    .where(and(eq(devices.id, deviceId), sql`${sessions.expiresAt} > now()`));
  return found ? { ...found.device, personId: found.personId } : null;
}

type Drawn = Omit<PushNotice, "lang">;

async function ownNotice(
  tx: Tx,
  conversation: LockedConversation,
  message: StoredMessage,
  { personId, locale }: Device,
): Promise<Drawn | null> {
  const { shopId, contactId, contactReadSeq } = conversation;
  if (message.seq <= contactReadSeq || whoIsTold(message, conversation) !== "contact") return null;
  const [hers] = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId), eq(contacts.personId, personId)));
  if (!hers || !(await askAgain(tx, conversation, message)).allowed) return null;
  const { name, slug } = await readShop(tx, shopId);
  return { title: name, body: pushTexts(locale).answered, url: `/me/with/${slug}`, tag: conversation.id };
}

async function shopNotice(
  tx: Tx,
  conversation: LockedConversation,
  message: StoredMessage,
  { personId, locale }: Device,
): Promise<Drawn | null> {
  const { shopId, id, contactId, memberReadSeq } = conversation;
  if (message.author === "contact" && message.seq <= memberReadSeq) return null;
  const [member] = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.shopId, shopId), eq(members.personId, personId), isNull(members.removedAt)));
  const told = whoIsTold(message, conversation);
  if (!member || !told || told === "contact") return null;
  const quiet = await readQuietTimes(tx, shopId, member.id);
  if (isQuiet(quiet, message.createdAt) || isQuiet(quiet, now())) return null;
  if (typeof told === "object" && "members" in told && !told.members.includes(member.id)) return null;
  const [contact] = await tx
    .select({ name: contacts.name })
    .from(contacts)
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId)));
  const texts = pushTexts(locale);
  const { slug } = await readShop(tx, shopId);
  const who = contact?.name.trim() || texts.visitor;
  const said = { title: who, url: `/s/${slug}/inbox/${id}`, tag: id };
  if (message.kind === "event") return { ...said, body: texts.given };
  if (!message.memberId) return { ...said, body: beginningOf(message.body) || texts.sentFile };
  const [author] = await tx
    .select({ name: persons.name })
    .from(persons)
    .innerJoin(members, eq(members.personId, persons.id))
    .where(and(eq(members.shopId, shopId), eq(members.id, message.memberId)));
  return { ...said, body: texts.mentioned(author?.name ?? "", beginningOf(message.body)) };
}
