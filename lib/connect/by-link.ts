import { and, eq, isNotNull } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { env } from "#lib/core/env";
import { AppError, notFound, refused } from "#lib/core/errors";
import type { Locale } from "#lib/i18n/locales";
import { changeOfContact } from "./change-of-contact";
import type { UndoByLink, WithdrawByLink } from "./input";
import { livingContact } from "./lock-contacts";
import { readPermissionLink } from "./permission-link";
import { givingBack, readUndoWord, undoWord } from "./undo-withdrawal";
import { type MyShop, readMyShop } from "./view-my-shop";
import { withdrawing } from "./withdraw-permission";

/** A shop as the link in one of its messages shows it: what it may send, and nothing of what was said. */
export type LinkedShop = Omit<MyShop, "history" | "lastMessageAt" | "erasing">;

function shown({ history: _, lastMessageAt: __, erasing: ___, ...shop }: MyShop): LinkedShop {
  return shop;
}

async function atLink<T>(token: string, work: (tx: Tx, shopId: string, contactId: string) => Promise<T>): Promise<T> {
  const named = readPermissionLink(token);
  if (!named) throw notFound("link");
  const { shopId } = named;
  return inShop(shopId, async (tx) => {
    const contactId = await livingContact(tx, shopId, named.contactId);
    if (await isErased(tx, shopId, contactId)) throw notFound("link");
    return work(tx, shopId, contactId);
  });
}

async function isErased(tx: Tx, shopId: string, contactId: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId), isNotNull(contacts.erasedAt)));
  return found !== undefined;
}

/** What a shop may send whoever holds this link; null for a link that is over, altered or of nobody any more. */
export async function findByLink(token: string, locale: Locale): Promise<LinkedShop | null> {
  try {
    return await atLink(token, async (tx, shopId, contactId) =>
      shown(await readMyShop(tx, { shopId, contactId }, locale)),
    );
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}

const handOf = (locale: Locale, by: string) => ({ locale, source: `${env().PUBLIC_URL}/me/link`, proof: { by } });

/** What is so after a tap, and the word with which another tap undoes it for some minutes. */
export type ChangedByLink = { shop: LinkedShop; undo: string | null };

/**
 * Takes back what was allowed to the shop of a link, for whoever holds it: the message it stands in came to her. It can
 * give nothing but what this very call took. Taking back what is not on changes nothing.
 */
export async function withdrawByLink({ token, purposes, locale }: WithdrawByLink): Promise<ChangedByLink> {
  return atLink(token, async (tx, shopId, contactId) => {
    let undo: string | null = null;
    const change = withdrawing(purposes, (gone) => {
      undo = undoWord({ shopId, contactId, purposes: gone });
    });
    const hand = handOf(locale, "permission_link");
    return { shop: shown(await changeOfContact(tx, { shopId, contactId, hand }, change)), undo };
  });
}

/** Gives back what was taken back by this link a moment ago, by the word that only taking it back gave. */
export async function undoByLink({ token, undo, locale }: UndoByLink): Promise<ChangedByLink> {
  const taken = readUndoWord(undo);
  return atLink(token, async (tx, shopId, contactId) => {
    if (taken?.shopId !== shopId || (await livingContact(tx, shopId, taken.contactId)) !== contactId)
      throw refused("undo_over");
    const hand = handOf(locale, "undo");
    return {
      shop: shown(await changeOfContact(tx, { shopId, contactId, hand }, givingBack(taken.purposes))),
      undo: null,
    };
  });
}
