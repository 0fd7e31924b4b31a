import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { inShop } from "#db/in-shop";
import { consentRecords } from "#db/schema/contacts";
import { notFound } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { readAnchors } from "./anchor-files";
import { verifyChain } from "./verify-chain";

export const VerifyRecord = z.strictObject({ recordId: z.uuid() });

export type RecordCheck = {
  holds: boolean;
  /** The instant (ISO 8601) of the oldest anchor after it: since then it is known not to have changed. */
  since: string | null;
};

/** Checks one record of the ledger, its join with the one before it, and every record from there to the end. */
export async function verifyRecord(actor: MemberActor, input: z.output<typeof VerifyRecord>): Promise<RecordCheck> {
  const { shopId } = actor;
  const [record] = await inShop(shopId, (tx) =>
    tx
      .select({ number: consentRecords.number })
      .from(consentRecords)
      .where(and(eq(consentRecords.shopId, shopId), eq(consentRecords.id, input.recordId))),
  );
  if (!record) throw notFound("consent record");
  const anchors = (await readAnchors()).ofShop.get(shopId) ?? [];
  const { broken, anchoredSince } = await verifyChain(shopId, { after: record.number - 1, anchors });
  return { holds: broken === null, since: anchoredSince };
}
