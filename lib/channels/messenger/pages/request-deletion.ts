import { randomBytes } from "node:crypto";
import { and, desc, eq, gt, sql } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { deletionRequests } from "#db/schema/messenger";
import { HOUR, now } from "#lib/core/clock";
import { env } from "#lib/core/env";
import { forgetLogin } from "#lib/shops/forget-login";
import { forgetFacebookUser } from "./forget-facebook-user";

/** A request passed on again within this time is the same request. */
const SAME_REQUEST_MS = HOUR;

/** What Facebook shows the person: where she sees what became of her request, and its code. */
export type DeletionReceipt = { url: string; confirmation_code: string };

/** Deletes what a Facebook user gave us and keeps the request under a code, for whoever holds it to look up. */
export async function requestDeletion(facebookUserId: string): Promise<DeletionReceipt> {
  const code = (await openRequest(facebookUserId)) ?? randomBytes(16).toString("hex");
  await outsideShops((tx) => tx.insert(deletionRequests).values({ code, facebookUserId }).onConflictDoNothing());
  await forgetFacebookUser(facebookUserId);
  await forgetLogin(facebookUserId);
  await outsideShops((tx) =>
    tx
      .update(deletionRequests)
      .set({ completedAt: sql`coalesce(${deletionRequests.completedAt}, now())` })
      .where(eq(deletionRequests.code, code)),
  );
  return { url: `${env().PUBLIC_URL}/deletion/${code}`, confirmation_code: code };
}

async function openRequest(facebookUserId: string): Promise<string | undefined> {
  const since = new Date(now().getTime() - SAME_REQUEST_MS);
  const [row] = await outsideShops((tx) =>
    tx
      .select({ code: deletionRequests.code })
      .from(deletionRequests)
      .where(and(eq(deletionRequests.facebookUserId, facebookUserId), gt(deletionRequests.requestedAt, since)))
      .orderBy(desc(deletionRequests.requestedAt))
      .limit(1),
  );
  return row?.code;
}

export type DeletionView = { requestedAt: string; completedAt: string | null };

/** How a deletion stands, for whoever holds its code; null for an unknown one. */
export async function findDeletion(code: string): Promise<DeletionView | null> {
  if (!/^[0-9a-f]{32}$/.test(code)) return null;
  const [row] = await outsideShops((tx) => tx.select().from(deletionRequests).where(eq(deletionRequests.code, code)));
  if (!row) return null;
  return { requestedAt: row.requestedAt.toISOString(), completedAt: row.completedAt?.toISOString() ?? null };
}
