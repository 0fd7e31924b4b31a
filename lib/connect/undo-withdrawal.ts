import { z } from "zod";
import { type Permissions, permissionsOf } from "#lib/contacts/permissions";
import type { Purpose } from "#lib/contacts/purposes";
import { recordAnswer } from "#lib/contacts/record-permissions";
import { MINUTE, now } from "#lib/core/clock";
import { readToken, writeToken } from "#lib/core/signed-token";
import type { ChangeOfContact } from "./change-of-contact";

/** How long what was taken back by one tap can be given back by another. */
export const UNDO_LIFE_MS = 10 * MINUTE;
const USE = "undo of a withdrawal";

type Withdrawn = { shopId: string; contactId: string; purposes: readonly Purpose[] };

const Purposes = z.array(z.enum(["service", "order_updates", "offers"]));

/** The word that gives back these purposes, for whoever just took them back; null when nothing was. */
export function undoWord({ shopId, contactId, purposes }: Withdrawn): string | null {
  if (purposes.length === 0) return null;
  return writeToken(USE, shopId, contactId, purposes.join("+"), now().getTime() + UNDO_LIFE_MS);
}

/** What such a word gives back; null when it is over, altered, or no such word. */
export function readUndoWord(word: string): Withdrawn | null {
  const [shopId = "", contactId = "", list = "", until = ""] = readToken(USE, word) ?? [];
  const purposes = Purposes.safeParse(list.split("+"));
  if (!purposes.success || !(Number(until) > now().getTime())) return null;
  return { shopId, contactId, purposes: purposes.data };
}

const isStillOff = (permissions: Permissions, purpose: Purpose) =>
  permissions[purpose].state === "off" && permissions[purpose].act === "my_permissions";

/** The change that gives back what was taken back a moment ago: a grant by her own act, written down as such. */
export function givingBack(purposes: readonly Purpose[]): ChangeOfContact {
  return async (tx, shopId, act) => {
    const permissions = await permissionsOf(tx, shopId, act.contactId);
    const allow = purposes.filter((purpose) => isStillOff(permissions, purpose));
    if (allow.length === 0) return null;
    const { given } = await recordAnswer(tx, shopId, { ...act, allow, shown: allow });
    return given.length > 0 ? { type: "permission_given", purposes: given } : null;
  };
}
