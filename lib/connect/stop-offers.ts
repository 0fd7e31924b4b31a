import { inShop } from "#db/in-shop";
import { refused } from "#lib/core/errors";
import type { VisitorActor } from "#lib/shops/actor";
import { changeOfContact } from "./change-of-contact";
import type { StopOffers } from "./input";
import { livingContact } from "./lock-contacts";
import { givingBack, readUndoWord, undoWord } from "./undo-withdrawal";
import { withdrawing } from "./withdraw-permission";

/**
 * Takes offers back by the button under one, at once; with the word that this answered, gives them back within some
 * minutes. A chat that a mail's link opened may do both: stopping must be as easy wherever an offer is read.
 */
export async function stopOffers(
  actor: VisitorActor,
  { undo, locale, source }: StopOffers & { source: string },
): Promise<{ undo: string | null }> {
  const { shopId, contactId, visitorId } = actor;
  return inShop(shopId, async (tx) => {
    const hand = { locale, source, proof: { by: undo ? "undo" : "offer", visitorId } };
    if (undo) {
      const taken = readUndoWord(undo);
      if (taken?.shopId !== shopId || (await livingContact(tx, shopId, taken.contactId)) !== contactId)
        throw refused("undo_over");
      await changeOfContact(tx, { shopId, contactId, hand }, givingBack(taken.purposes));
      return { undo: null };
    }
    let word: string | null = null;
    const change = withdrawing(["offers"], (purposes) => {
      word = undoWord({ shopId, contactId, purposes });
    });
    await changeOfContact(tx, { shopId, contactId, hand }, change);
    return { undo: word };
  });
}
