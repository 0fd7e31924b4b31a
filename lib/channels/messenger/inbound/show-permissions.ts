import type { Tx } from "#db/in-shop";
import { permissionLink } from "#lib/connect/permission-link";
import { changeConversation } from "#lib/conversations/access";
import { appendEvent } from "#lib/conversations/append-message";
import { extendWindow } from "#lib/conversations/extend-window";
import { isHeld } from "#lib/conversations/held-message";
import { openConversation } from "#lib/conversations/open-conversation";
import { sayByItself } from "#lib/conversations/say-by-itself";
import { saidTexts } from "#lib/i18n/said";
import { readShop } from "#lib/shops/load-shop";
import type { ProfileLocale } from "../profile/profile";
import { knowPerson } from "./known-person";
import type { Place } from "./place";

type Tap = { psid: string; externalId: string; at: Date; locale: ProfileLocale };

/**
 * Answers her tap on "My permissions" with the signed link to what she allows, at once and whatever that is. It is no
 * message of hers: nobody of the shop has to answer, nothing closed opens, and what a STOP ended stays ended. Told
 * twice, it is answered once.
 */
export async function showPermissions(tx: Tx, place: Place, { psid, externalId, at, locale }: Tap): Promise<void> {
  const thread = await knowPerson(tx, place, psid, at);
  const found = await openConversation(tx, thread, { at, status: "closed" });
  if (await isHeld(tx, { ...thread, externalId })) return;
  const windowExpiresAt = extendWindow(found.windowExpiresAt, at, "tap");
  const opened = await changeConversation(tx, found, { windowExpiresAt });
  const asked = await appendEvent(tx, opened, { type: "permissions_asked" }, { createdAt: at, externalId });
  const { shopId, contactId } = asked;
  await sayByItself(tx, asked, {
    message: "permission_link",
    event: { type: "permissions_shown" },
    words: async () =>
      saidTexts(locale).permissions((await readShop(tx, shopId)).name, permissionLink(shopId, contactId)),
  });
}
