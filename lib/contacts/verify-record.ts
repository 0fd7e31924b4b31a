import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { inShop } from "#db/in-shop";
import { consentRecords } from "#db/schema/contacts";
import { notFound } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { findAnchor } from "./anchor-files";
import { verifyChain } from "./verify-chain";

export const VerifyRecord = z.strictObject({ recordId: z.uuid() });

export type RecordCheck = {
  holds: boolean;
  /** The instant (ISO 8601) of the oldest anchor after it: since then it is known not to have changed. */
  since: string | null;
};

/** So many records at most are walked on from one that no anchor stands after: more than a shop gets in an hour. */
const MOST = 5_000;

/** Checks one record of the ledger, its join with the one before it, and every record from there to the next anchor. */
export async function verifyRecord(actor: MemberActor, input: z.output<typeof VerifyRecord>): Promise<RecordCheck> {
  const { shopId } = actor;
  const [record] = await inShop(shopId, (tx) =>
    tx
      .select({ number: consentRecords.number, at: consentRecords.recordedAt })
      .from(consentRecords)
      .where(and(eq(consentRecords.shopId, shopId), eq(consentRecords.id, input.recordId))),
  );
  if (!record) throw notFound("consent record");
  const anchor = await findAnchor(shopId, record);
  const { broken, anchoredSince } = await verifyChain(shopId, {
    after: record.number - 1,
    until: anchor?.number ?? record.number + MOST,
    anchors: anchor ? [anchor] : [],
  });
  return { holds: broken === null, since: anchoredSince };
}
