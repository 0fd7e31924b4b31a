import { and, asc, desc, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { channels, identities } from "#db/schema/channels";
import { chatReferences } from "#db/schema/contact-links";
import { DAY, now } from "#lib/core/clock";
import { env } from "#lib/core/env";
import { AppError, refused } from "#lib/core/errors";
import { idOf, newId } from "#lib/core/ids";
import { isSignature, signatureFor } from "#lib/core/signed-token";
import type { VisitorActor } from "#lib/shops/actor";
import { joinContacts } from "./join-contacts";
import { livingContact } from "./lock-contacts";

/** How long a link to Messenger joins whoever opens it. */
export const REFERENCE_LIFE_MS = 7 * DAY;
/** A link that is about to end is not given out again. */
const GIVEN_AGAIN_MS = 6 * DAY;

const PREFIX = "cptr";
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SHAPE = /^cptr\.([0-9a-f]{32})\.([A-Za-z0-9_-]{43})$/;

export const CreateChatReference = z.strictObject({ source: z.enum(["web_chat", "receipt"]) });
export type CreateChatReference = z.output<typeof CreateChatReference>;

const USE = "chat reference";
const payloadOf = (shopId: string, referenceId: string) => `${shopId}:${referenceId}`;

/** What a link carries: the reference's id, signed for its shop, in the letters that m.me takes (A-Z a-z 0-9 . _ -). */
export function writeRef(shopId: string, referenceId: string): string {
  const signature = signatureFor(USE, payloadOf(shopId, referenceId)).toString("base64url");
  return `${PREFIX}.${referenceId.replaceAll("-", "")}.${signature}`;
}

function readRef(shopId: string, ref: string): string | null {
  const [, hex = "", signature = ""] = SHAPE.exec(ref) ?? [];
  const id = idOf(hex);
  if (!UUID.test(id)) return null;
  return isSignature(USE, payloadOf(shopId, id), Buffer.from(signature, "base64url")) ? id : null;
}

/** The address that opens a Page in Messenger, with this `ref` if there is one. */
export function messengerLink(pageId: string, ref?: string): string {
  const { messengerLinkUrl } = env().FACEBOOK;
  const url = new URL(messengerLinkUrl);
  if (url.hostname === "m.me") url.pathname = `/${pageId}`;
  else url.searchParams.set("page", pageId);
  if (ref) url.searchParams.set("ref", ref);
  return url.href;
}

/** The shop's Page that takes messages now: the first connected, paused and disconnected ones left out. */
export async function livePage(tx: Tx, shopId: string): Promise<{ channelId: string; pageId: string } | null> {
  const [page] = await tx
    .select({ channelId: channels.id, pageId: channels.externalId })
    .from(channels)
    .where(
      and(
        eq(channels.shopId, shopId),
        eq(channels.kind, "messenger"),
        isNull(channels.disconnectedAt),
        isNull(channels.pausedAt),
      ),
    )
    .orderBy(asc(channels.createdAt), asc(channels.id))
    .limit(1);
  return page ?? null;
}

/** The Page a contact may be led to: the live one, unless the contact is on it already. */
export async function pageToOffer(tx: Tx, shopId: string, contactId: string) {
  const page = await livePage(tx, shopId);
  if (!page) return null;
  const [there] = await tx
    .select({ id: identities.id })
    .from(identities)
    .where(
      and(eq(identities.shopId, shopId), eq(identities.contactId, contactId), eq(identities.channelId, page.channelId)),
    )
    .limit(1);
  return there ? null : page;
}

/**
 * The link with which this chat goes on in Messenger: whoever opens it there first, within seven days, is this contact.
 * An unused link of the same place is given again. Refused when the shop has no live Page or she is on it already.
 */
export async function createChatReference(actor: VisitorActor, input: CreateChatReference): Promise<{ url: string }> {
  const { shopId } = actor;
  return inShop(shopId, async (tx) => {
    const contactId = await livingContact(tx, shopId, actor.contactId);
    const page = await pageToOffer(tx, shopId, contactId);
    if (!page) throw refused("messenger_unavailable");
    const at = now().getTime();
    const [unused] = await tx
      .select({ id: chatReferences.id })
      .from(chatReferences)
      .where(
        and(
          eq(chatReferences.shopId, shopId),
          eq(chatReferences.contactId, contactId),
          eq(chatReferences.channelId, page.channelId),
          eq(chatReferences.source, input.source),
          isNull(chatReferences.usedAt),
          gt(chatReferences.expiresAt, new Date(at + REFERENCE_LIFE_MS - GIVEN_AGAIN_MS)),
        ),
      )
      .orderBy(desc(chatReferences.createdAt))
      .limit(1);
    const id = unused?.id ?? newId();
    if (!unused)
      await tx.insert(chatReferences).values({
        id,
        shopId,
        contactId,
        channelId: page.channelId,
        source: input.source,
        expiresAt: new Date(at + REFERENCE_LIFE_MS),
      });
    return { url: messengerLink(page.pageId, writeRef(shopId, id)) };
  });
}

export type ReferenceUse = { shopId: string; channelId: string; identityId: string; contactId: string; ref: string };

/**
 * Joins the Messenger identity that came with a link's `ref` to the contact the link was made for, and answers with
 * the contact that is left. The link works once, on the Page it was made for; by another person, altered, expired, of
 * another shop or for two different logins it joins nobody and changes nothing. The same event again is harmless.
 */
export async function useChatReference(tx: Tx, use: ReferenceUse): Promise<{ contactId: string; joined: boolean }> {
  const { shopId, identityId } = use;
  const nothing = { contactId: await livingContact(tx, shopId, use.contactId), joined: false };
  const referenceId = readRef(shopId, use.ref);
  if (!referenceId) return nothing;
  const one = and(eq(chatReferences.shopId, shopId), eq(chatReferences.id, referenceId));
  const [reference] = await tx.select().from(chatReferences).where(one).for("update");
  if (!reference || reference.channelId !== use.channelId || reference.usedAt || reference.expiresAt <= now())
    return nothing;
  try {
    const { contactId } = await joinContacts(tx, shopId, {
      keepId: reference.contactId,
      mergeId: use.contactId,
      way: "reference",
    });
    await tx.update(chatReferences).set({ usedAt: now(), usedBy: identityId }).where(one);
    return { contactId, joined: true };
  } catch (error) {
    if (error instanceof AppError && error.code === "refused") return nothing;
    throw error;
  }
}
