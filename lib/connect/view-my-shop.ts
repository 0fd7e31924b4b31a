import { and, desc, eq, max } from "drizzle-orm";
import { consentText } from "#db/consent-texts";
import type { Tx } from "#db/in-shop";
import { consentRecords, consentTexts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";
import {
  decidingEntries,
  foldLedger,
  type PermissionView,
  PURPOSE_LIST,
  type Purpose,
  standingRecords,
} from "#lib/contacts/permissions";
import { readShop } from "#lib/shops/load-shop";
import { contrastText } from "./contrast";

/** One purpose as the shopper sees it herself. */
export type MyPermission = PermissionView & {
  /** The words of now in the reader's language: what switching it on agrees to. */
  text: string;
  /** While it is on: the exact words she agreed to, in the language and version she read. */
  agreed: { text: string; locale: string; version: string } | null;
};

/** One record of the ledger as the shopper sees it herself. */
export type MyAct = { id: string; purpose: Purpose; action: string; act: string; at: string };

/** A shop as a shopper sees it in her own place. */
export type MyShop = {
  slug: string;
  name: string;
  colour: string;
  onColour: string;
  timeZone: string;
  lastMessageAt: string | null;
  permissions: MyPermission[];
  /** Everything she answered or withdrew, the latest first. */
  history: MyAct[];
};

/** What the shop may send her, since when, by which act and in which words. */
export async function readMyShop(
  tx: Tx,
  { shopId, contactId }: { shopId: string; contactId: string },
  locale: "en" | "fr",
): Promise<MyShop> {
  const { slug, name, colour, timeZone } = await readShop(tx, shopId);
  const records = await tx
    .select({ record: consentRecords, text: consentTexts.text })
    .from(consentRecords)
    .innerJoin(
      consentTexts,
      and(
        eq(consentTexts.version, consentRecords.textVersion),
        eq(consentTexts.purpose, consentRecords.purpose),
        eq(consentTexts.locale, consentRecords.locale),
      ),
    )
    .where(and(eq(consentRecords.shopId, shopId), eq(consentRecords.contactId, contactId)))
    .orderBy(desc(consentRecords.at), desc(consentRecords.id));
  const [last] = await tx
    .select({ at: max(conversations.lastMessageAt) })
    .from(conversations)
    .where(and(eq(conversations.shopId, shopId), eq(conversations.contactId, contactId)));
  const entries = records.map(({ record, text }) => ({ ...record, text }));
  const standing = standingRecords(entries);
  const [states, deciding] = [foldLedger(standing), decidingEntries(standing)];
  return {
    slug,
    name,
    colour,
    onColour: contrastText(colour),
    timeZone,
    lastMessageAt: last?.at?.toISOString() ?? null,
    permissions: PURPOSE_LIST.map((purpose) => {
      const given = states[purpose].state === "on" ? deciding[purpose] : null;
      const agreed = given && { text: given.text, locale: given.locale, version: given.textVersion };
      return { ...states[purpose], text: consentText(purpose, locale), agreed };
    }),
    history: standing.map(({ id, purpose, action, act, at }) => ({ id, purpose, action, act, at: at.toISOString() })),
  };
}
