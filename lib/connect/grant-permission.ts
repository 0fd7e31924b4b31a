import { CONSENT_TEXT_VERSION } from "#db/consent-texts";
import { permissionsOf } from "#lib/contacts/permissions";
import { recordAnswer } from "#lib/contacts/record-permissions";
import { refused } from "#lib/core/errors";
import type { Person } from "#lib/shops/actor";
import { changeMine } from "./change-mine";
import type { GrantPermission } from "./input";
import type { MyShop } from "./view-my-shop";

/**
 * Allows a shop one purpose, by this person's own act and in the words she was shown; other words than those of now
 * are refused. Allowing what is on already changes nothing.
 */
export async function grantPermission(person: Person, input: GrantPermission): Promise<MyShop> {
  if (input.textVersion !== CONSENT_TEXT_VERSION) throw refused("consent_text_changed");
  return changeMine(person, input, async (tx, shopId, act) => {
    const before = await permissionsOf(tx, shopId, act.contactId);
    if (before[input.purpose].state === "on") return null;
    const { given } = await recordAnswer(tx, shopId, { ...act, allow: [input.purpose], shown: [input.purpose] });
    return given.length > 0 ? { type: "permission_given", purposes: given } : null;
  });
}
