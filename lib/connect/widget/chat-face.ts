import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { persons } from "#db/schema/persons";
import { members, shops } from "#db/schema/shops";
import type { Purpose } from "#lib/contacts/purposes";
import { MINUTE, now } from "#lib/core/clock";
import { firstName } from "#lib/shops/actor";
import { awayAt, PRESENT } from "#lib/shops/away-at";
import type { ShopView } from "#lib/shops/load-shop";
import { expectedReply } from "./expected-reply";
import type { WidgetDraft } from "./input";
import { readWidget } from "./load-widget";
import { closedAt } from "./opening-hours";

/** What the chat says of the shop by itself. */
export type ChatFace = {
  /** Empty where the shop wrote none. */
  greeting: string;
  replyMinutes: number | null;
  /** While the shop is closed: what it says then (empty where it wrote nothing), and when it opens. */
  away: { text: string; opensAt: string | null } | null;
  /** First names of those who are there to answer. */
  team: string[];
  /** What the question of permission may be about. */
  asks: Purpose[];
};

/** Whoever did something in this shop within this time is there, unless she is away, by her word or her hours. */
const PRESENT_FOR = 15 * MINUTE;
const MOST_SHOWN = 3;

/** What the shop's chat says at `at`, in one language. */
export async function chatFace(tx: Tx, shop: ShopView, locale: "en" | "fr", at = now()): Promise<ChatFace> {
  const { draft } = await readWidget(tx, shop);
  const known = await expectedReply(tx, shop.id, { ...draft, timeZone: shop.timeZone }, at);
  return faceOf(draft, locale, {
    at,
    timeZone: shop.timeZone,
    replyMinutes: known,
    team: await presentTeam(tx, shop.id, at),
  });
}

type Known = { at: Date; timeZone: string; replyMinutes: number | null; team: string[] };

/** The same of settings that are not saved. */
export function faceOf(draft: WidgetDraft, locale: "en" | "fr", { at, timeZone, replyMinutes, team }: Known): ChatFace {
  const { greeting, away } = draft.texts[locale];
  const closed = closedAt({ ...draft, timeZone }, at);
  return {
    greeting,
    replyMinutes: draft.showsReplyTime ? replyMinutes : null,
    away: closed && { text: away, opensAt: closed.opensAt?.toISOString() ?? null },
    team: closed ? [] : team,
    asks: draft.asks,
  };
}

async function presentTeam(tx: Tx, shopId: string, at: Date): Promise<string[]> {
  const present = await tx
    .select({ name: persons.name, ...PRESENT })
    .from(members)
    .innerJoin(persons, eq(persons.id, members.personId))
    .innerJoin(shops, eq(shops.id, members.shopId))
    .where(
      and(
        eq(members.shopId, shopId),
        isNull(members.removedAt),
        gt(members.lastSeenAt, new Date(at.getTime() - PRESENT_FOR)),
      ),
    )
    .orderBy(desc(members.lastSeenAt));
  const there = present.filter((member) => !awayAt(member, at));
  return there.slice(0, MOST_SHOWN).map(({ name }) => firstName(name));
}
