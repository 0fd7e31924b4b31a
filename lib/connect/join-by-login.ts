import { and, asc, eq, like } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { chatReferences } from "#db/schema/contact-links";
import { conversations } from "#db/schema/conversations";
import { contactChanged } from "#lib/contacts/events";
import { changeConversation } from "#lib/conversations/access";
import { takeEarlyMarks } from "#lib/conversations/early-changes";
import { conversationChanged } from "#lib/conversations/events";
import { LOGIN_PREFIX } from "#lib/conversations/read-reach";
import { AppError } from "#lib/core/errors";
import { joinContacts } from "./join-contacts";

type Way = typeof identities.$inferSelect;
export type LoginJoin = {
  shopId: string;
  channelId: string;
  psid: string;
  /** Her identity as known so far, or the id the message was addressed to. */
  by: { identityId: string } | { loginId: string };
};

/**
 * Gives the PSID to the identity that was known by its login id only, once the platform says that they are one: the
 * answer to the message addressed to the login id, or that message's echo. When she wrote before that was known, both
 * identities and their contacts become one. Answers with the identity that is left; null when there is no such login.
 * Said again it changes nothing. Two different logins stay apart.
 */
export async function joinByLogin(
  tx: Tx,
  { shopId, channelId, psid, by }: LoginJoin,
): Promise<{ identityId: string; contactId: string } | null> {
  const here = eq(identities.channelId, channelId);
  const wanted = "identityId" in by ? eq(identities.id, by.identityId) : eq(identities.loginId, by.loginId);
  const [login] = await tx
    .select()
    .from(identities)
    .where(and(eq(identities.shopId, shopId), here, wanted));
  if (!login) return null;
  if (!login.externalId.startsWith(LOGIN_PREFIX)) return { identityId: login.id, contactId: login.contactId };
  const [known] = await tx
    .select()
    .from(identities)
    .where(and(eq(identities.shopId, shopId), here, eq(identities.externalId, psid)));
  if (known) return mergeWays(tx, known, login);
  const [named] = await tx
    .update(identities)
    .set({ externalId: psid, ...(await takeEarlyMarks(tx, { shopId, channelId }, psid)) })
    .where(
      and(
        eq(identities.shopId, shopId),
        here,
        eq(identities.id, login.id),
        like(identities.externalId, `${LOGIN_PREFIX}%`),
      ),
    )
    .returning();
  await contactChanged.record(tx, shopId, { contactId: login.contactId });
  return { identityId: login.id, contactId: named?.contactId ?? login.contactId };
}

async function mergeWays(tx: Tx, known: Way, login: Way): Promise<{ identityId: string; contactId: string }> {
  const { shopId } = known;
  try {
    const { contactId } = await joinContacts(tx, shopId, {
      keepId: login.contactId,
      mergeId: known.contactId,
      way: "login_connect",
    });
    await moveThreads(tx, known, login);
    await tx
      .update(chatReferences)
      .set({ usedBy: known.id })
      .where(and(eq(chatReferences.shopId, shopId), eq(chatReferences.usedBy, login.id)));
    await tx.delete(identities).where(and(eq(identities.shopId, shopId), eq(identities.id, login.id)));
    const { loginId, optedInAt, firstMessageAt } = login;
    await tx
      .update(identities)
      .set({ loginId, optedInAt, firstMessageAt })
      .where(and(eq(identities.shopId, shopId), eq(identities.id, known.id)));
    return { identityId: known.id, contactId };
  } catch (error) {
    if (error instanceof AppError && error.code === "refused")
      return { identityId: known.id, contactId: known.contactId };
    throw error;
  }
}

/** The login's threads are the PSID's now. Only one of an identity is open: its own stays, the login's closes. */
async function moveThreads(tx: Tx, known: Way, login: Way): Promise<void> {
  const of = (identityId: string) =>
    tx
      .select()
      .from(conversations)
      .where(and(eq(conversations.shopId, known.shopId), eq(conversations.identityId, identityId)))
      .orderBy(asc(conversations.id))
      .for("update");
  const [own, moving] = [await of(known.id), await of(login.id)];
  const taken = own.some(({ status }) => status === "open" || status === "snoozed");
  for (const thread of moving) {
    await changeConversation(tx, thread, {
      identityId: known.id,
      ...(taken ? { status: "closed", snoozedUntil: null } : {}),
    });
    await conversationChanged.record(tx, known.shopId, { conversationId: thread.id });
  }
}
