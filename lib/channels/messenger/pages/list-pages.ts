import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { inShop } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { GraphError } from "../graph";
import { findLogin } from "./connect-page";
import { isPassing } from "./facebook-refusal";
import { readAccounts } from "./graph-pages";
import { mayConnect, NEEDED_SCOPES, type NeededScope } from "./scopes";

export type PageChoice = { id: string; name: string; category: string | null; connected: boolean; may: boolean };

/**
 * The Pages a member's Facebook login shows, and which needed permissions she left off there; no list when she has not
 * logged in, when that ended, or Facebook is away.
 */
export type PageChoices =
  | { login: "none" | "ended" | "away" }
  | { login: "ok"; pages: PageChoice[]; missing: NeededScope[] };

/** Asks Facebook for the Pages of the member who asks. Owners and admins only. */
export async function listPages(actor: MemberActor): Promise<PageChoices> {
  requireRole(actor, "admin");
  const login = await findLogin(actor);
  if (!login) return { login: "none" };
  try {
    const [accounts, connected] = await Promise.all([readAccounts(login.token), connectedPages(actor.shopId)]);
    const pages = accounts.map(({ id, name, category, tasks, token: pageToken }) => ({
      id,
      name,
      category,
      connected: connected.has(id),
      may: pageToken !== null && mayConnect(tasks),
    }));
    return { login: "ok", pages, missing: NEEDED_SCOPES.filter((scope) => !login.scopes.includes(scope)) };
  } catch (error) {
    if (error instanceof z.ZodError || isPassing(error)) return { login: "away" };
    if (error instanceof GraphError) return { login: "ended" };
    throw error;
  }
}

async function connectedPages(shopId: string): Promise<Set<string>> {
  const rows = await inShop(shopId, (tx) =>
    tx
      .select({ pageId: channels.externalId })
      .from(channels)
      .where(and(eq(channels.shopId, shopId), eq(channels.kind, "messenger"), isNull(channels.disconnectedAt))),
  );
  return new Set(rows.map(({ pageId }) => pageId));
}
