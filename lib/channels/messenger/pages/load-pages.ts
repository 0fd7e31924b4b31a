import { and, asc, eq, gte, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { loginCounts } from "#db/schema/login-counts";
import { facebookLogins, messengerPages } from "#db/schema/messenger";
import { persons } from "#db/schema/persons";
import { members } from "#db/schema/shops";
import { firstName, type MemberActor, requireRole } from "#lib/shops/actor";
import { NEEDED_SCOPES } from "./scopes";
import { needsLogin, pauses, TROUBLES, type Trouble } from "./troubles";

/** What stops messages from going or coming; the others only warn. */
const BREAKING = new Set<string>(["scopes_missing", "subscription_lost", "app_subscription_lost"]);

/** `reason`: why, in Facebook's own words; null where it gave none. */
export type TroubleView = { key: Trouble; at: string; reason: string | null };
export type PageView = {
  channelId: string;
  pageId: string;
  name: string;
  pictureUrl: string | null;
  followers: number | null;
  connectedAt: string;
  /** The first name of the member whose login connected it. */
  connectedBy: string;
  state: "healthy" | "warning" | "broken" | "disconnected";
  paused: boolean;
  /** Only a new login with Facebook mends it. */
  needsLogin: boolean;
  troubles: TroubleView[];
  tokenExpiresAt: string | null;
  /** How many kinds of events the webhook brings. */
  fields: number;
  lastEventAt: string | null;
  checkedAt: string | null;
  scopes: string[];
  humanAgent: boolean;
  loginConnect: boolean;
  receiptFirst: boolean;
};

export type MessengerView = {
  pages: PageView[];
  /** The reader's own Facebook login, when she has one. */
  login: { scopes: string[]; expiresAt: string | null } | null;
  /** The storefront's logins with Login Connect since this month began, in UTC, and those that allowed a first message. */
  logins: { all: number; allowed: number };
};

type Row = { page: typeof messengerPages.$inferSelect; channel: typeof channels.$inferSelect; name: string };

/** The Pages of a shop as its owner sees them, the oldest first. Owners and admins only. */
export async function loadPages(actor: MemberActor): Promise<MessengerView> {
  requireRole(actor, "admin");
  const { shopId, memberId } = actor;
  return inShop(shopId, async (tx) => {
    const rows = await tx
      .select({ page: messengerPages, channel: channels, name: persons.name })
      .from(messengerPages)
      .innerJoin(channels, and(eq(channels.shopId, messengerPages.shopId), eq(channels.id, messengerPages.channelId)))
      .innerJoin(members, and(eq(members.shopId, messengerPages.shopId), eq(members.id, messengerPages.connectedBy)))
      .innerJoin(persons, eq(persons.id, members.personId))
      .where(eq(messengerPages.shopId, shopId))
      .orderBy(asc(messengerPages.createdAt));
    const [login] = await tx
      .select({ scopes: facebookLogins.scopes, expiresAt: facebookLogins.expiresAt })
      .from(facebookLogins)
      .where(and(eq(facebookLogins.shopId, shopId), eq(facebookLogins.memberId, memberId)));
    const pages = rows.map(viewPage);
    const asking = pages.find(({ loginConnect }) => loginConnect);
    return {
      pages,
      logins: asking ? await countLogins(tx, shopId, asking.channelId) : { all: 0, allowed: 0 },
      login: login ? { scopes: login.scopes, expiresAt: login.expiresAt?.toISOString() ?? null } : null,
    };
  });
}

async function countLogins(tx: Tx, shopId: string, channelId: string): Promise<MessengerView["logins"]> {
  const sumOf = (column: typeof loginCounts.logins | typeof loginCounts.allowed) =>
    sql<number>`coalesce(sum(${column}), 0)::integer`;
  const [row] = await tx
    .select({ all: sumOf(loginCounts.logins), allowed: sumOf(loginCounts.allowed) })
    .from(loginCounts)
    .where(
      and(
        eq(loginCounts.shopId, shopId),
        eq(loginCounts.channelId, channelId),
        gte(loginCounts.day, sql`date_trunc('month', now() at time zone 'UTC')::date`),
      ),
    );
  return row ?? { all: 0, allowed: 0 };
}

function viewPage({ page, channel, name }: Row): PageView {
  const troubles = page.troubles.flatMap(({ key, at, reason = null }) => {
    const known = TROUBLES.find((one) => one === key);
    return known ? [{ key: known, at, reason }] : [];
  });
  return {
    channelId: page.channelId,
    pageId: channel.externalId,
    name: page.name,
    pictureUrl: page.pictureUrl,
    followers: page.followers,
    connectedAt: page.createdAt.toISOString(),
    connectedBy: firstName(name),
    state: channel.disconnectedAt ? "disconnected" : stateOf(troubles),
    paused: channel.pausedAt !== null,
    needsLogin: troubles.some(({ key }) => needsLogin(key)),
    troubles,
    tokenExpiresAt: page.tokenExpiresAt?.toISOString() ?? null,
    fields: page.subscribedFields.length,
    lastEventAt: page.lastEventAt?.toISOString() ?? null,
    checkedAt: page.checkedAt?.toISOString() ?? null,
    scopes: NEEDED_SCOPES.filter((scope) => page.scopes.includes(scope)),
    humanAgent: page.humanAgent,
    loginConnect: page.loginConnect,
    receiptFirst: page.receiptFirst,
  };
}

function stateOf(troubles: readonly TroubleView[]): PageView["state"] {
  if (troubles.length === 0) return "healthy";
  return troubles.some(({ key }) => isBreaking(key)) ? "broken" : "warning";
}

const isBreaking = (key: string) => pauses(key) || BREAKING.has(key);

/** A Page that messages do not pass, for the bar across the shop. */
export type BrokenPage = { channelId: string; name: string; trouble: Trouble; paused: boolean };

/** The Pages that need mending; nothing for agents, who cannot mend them. */
export async function listBrokenPages(actor: MemberActor): Promise<BrokenPage[]> {
  if (actor.role === "agent") return [];
  const { pages } = await loadPages(actor);
  return pages.flatMap(({ channelId, name, state, paused, troubles }) => {
    const trouble = troubles.find(({ key }) => isBreaking(key));
    return state === "broken" && trouble ? [{ channelId, name, trouble: trouble.key, paused }] : [];
  });
}
