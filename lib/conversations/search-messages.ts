import { and, desc, eq, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "#db/in-shop";
import { keyset } from "#db/keyset";
import { channels } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { type ATTACHMENT_KINDS, attachments, conversations, messages } from "#db/schema/conversations";
import { persons } from "#db/schema/persons";
import { members, shops } from "#db/schema/shops";
import { DAY, now } from "#lib/core/clock";
import type { MemberActor } from "#lib/shops/actor";
import type { ParsedSearch } from "./parse-search";
import { dayOf, filtersOf, highlightOf, holder, wordsOf } from "./search-filters";

/** A piece of a passage; `hit` where it is what was searched. */
export type Piece = { text: string; hit: boolean };
export type Passage = {
  messageId: string;
  seq: number;
  kind: (typeof messages.$inferSelect)["kind"];
  author: (typeof messages.$inferSelect)["author"];
  authorName: string | null;
  attachment: (typeof ATTACHMENT_KINDS)[number] | null;
  at: string;
  pieces: Piece[];
};
export type FoundConversation = {
  conversationId: string;
  contact: { id: string; name: string };
  channel: "web_chat" | "messenger";
  status: (typeof conversations.$inferSelect)["status"];
  /** What was found in it, the best first. */
  passages: Passage[];
};
export type FoundMessages = { conversations: FoundConversation[]; found: number; next: string | null };

/** Messages of one answer. */
const PAGE = 40;
/** Messages that hold the words and are looked at in one step, and how many steps one answer may take. */
const STEP = 200;
const MOST_STEPS = 10;
/** Of two passages that fit alike, one this much older stands half as high. */
const HALF_AFTER_DAYS = 30;
/** Around what was searched; nobody's text holds them once they are taken out of it. */
const [HIT, END] = ["\u0002", "\u0003"];
const MARKS = `StartSel=${HIT}, StopSel=${END}`;
/** Up to this many characters a message is shown whole; of a longer one the words around what was found. */
const WHOLE = 240;

/** Stands before every message of its instant. */
const LEAST_ID = "00000000-0000-0000-0000-000000000000";
const LAST = ["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"] as const;
const place = keyset({ at: messages.createdAt, id: messages.id }, "latest", "first");
const holding = alias(members, "holding");

/** Cuts a marked passage into its pieces. */
export function piecesOf(marked: string): Piece[] {
  const pieces = marked.split(HIT).flatMap((part, index): Piece[] => {
    const [hit = "", after = ""] = index === 0 ? ["", part] : part.split(END);
    return [
      { text: hit, hit: true },
      { text: after, hit: false },
    ];
  });
  return pieces.filter(({ text }) => text !== "");
}

/** The words around what was searched, marked in the language in which it was found. */
function passage(query: SQL | null): SQL<string> {
  if (!query) return sql`left(${messages.body}, 200)`;
  const text = sql`search_text(translate(${messages.body}, ${`${HIT}${END}`}, ''))`;
  const how = sql`case when length(${messages.body}) <= ${WHOLE} then ${`${MARKS}, HighlightAll=true`}
    else ${`${MARKS}, MaxWords=35, MinWords=15`} end`;
  const marked = (language: string) => sql`ts_headline(${language}::regconfig, ${text}, ${query}, ${how})`;
  const french = marked("comptoir_fr");
  return sql`search_shown(case when strpos(${french}, ${HIT}) > 0 then ${french} else ${marked("comptoir_en")} end)`;
}

type Candidate = { id: string; exact: string };

/** The next messages before a place that hold the words, or simply the next messages where no words are asked for. */
async function nextCandidates(tx: Tx, shopId: string, words: SQL | null, cursor: string | null): Promise<Candidate[]> {
  if (!words) {
    return tx
      .select({ id: messages.id, exact: place.exact })
      .from(messages)
      .where(and(eq(messages.shopId, shopId), place.after(cursor ?? undefined)))
      .orderBy(...place.order)
      .limit(STEP);
  }
  const [at, id] = cursor ? place.read(cursor) : LAST;
  return tx.execute<Candidate>(sql`
    select id, to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as exact
    from search_messages(${words}, ${at}::timestamptz, ${id}::uuid, ${STEP})`);
}

type Between = { zone: string; before: string | null; after: string | null };

/** The shop's zone, and between which instants a search looks: from the day it names as the earliest, before the latest. */
async function readBounds(tx: Tx, shopId: string, { filters }: ParsedSearch): Promise<Between> {
  const [shop] = await tx.select({ zone: shops.timeZone }).from(shops).where(eq(shops.id, shopId));
  const zone = shop?.zone ?? "UTC";
  const days = (key: "before" | "after") =>
    filters.flatMap((one) => (one.key === key && !one.not ? [one.value] : [])).sort();
  const exactly = (day: string | undefined) =>
    day
      ? sql<string>`to_char(${dayOf(day, zone)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
      : sql<null>`null::text`;
  const [bounds] = await tx.execute<{ before: string | null; after: string | null }>(
    sql`select ${exactly(days("before")[0])} as before, ${exactly(days("after").at(-1))} as after`,
  );
  return { zone, before: bounds?.before ?? null, after: bounds?.after ?? null };
}

function selectFound(tx: Tx, actor: MemberActor, ids: readonly string[], asked: ParsedSearch, zone: string) {
  const words = wordsOf(asked);
  return tx
    .select({
      message: messages,
      conversation: conversations,
      contact: { id: contacts.id, name: contacts.name },
      channel: channels.kind,
      authorName: persons.name,
      attachment: sql<Passage["attachment"]>`(select ${attachments.kind} from ${attachments}
        where ${attachments.shopId} = ${messages.shopId} and ${attachments.messageId} = ${messages.id}
        order by ${attachments.position} limit 1)`,
      marked: passage(highlightOf(asked)),
      rank: words ? sql<number>`ts_rank(search_vector(${messages.body}), ${words})` : sql<number>`1`,
    })
    .from(messages)
    .innerJoin(
      conversations,
      and(eq(conversations.shopId, messages.shopId), eq(conversations.id, messages.conversationId)),
    )
    .innerJoin(contacts, and(eq(contacts.shopId, conversations.shopId), eq(contacts.id, conversations.contactId)))
    .innerJoin(channels, and(eq(channels.shopId, messages.shopId), eq(channels.id, messages.channelId)))
    .leftJoin(members, and(eq(members.shopId, messages.shopId), eq(members.id, messages.memberId)))
    .leftJoin(persons, eq(persons.id, members.personId))
    .leftJoin(holding, and(eq(holding.shopId, conversations.shopId), eq(holding.id, conversations.assigneeId)))
    .leftJoin(holder, eq(holder.id, holding.personId))
    .where(
      and(
        eq(messages.shopId, actor.shopId),
        inArray(messages.id, [...ids]),
        ne(messages.kind, "event"),
        isNull(messages.unsentAt),
        filtersOf(actor, zone, asked),
      ),
    )
    .orderBy(desc(messages.createdAt), desc(messages.id));
}

type Found = Awaited<ReturnType<typeof selectFound>>[number];

function viewPassage({ message, authorName, attachment, marked }: Found): Passage {
  const { id: messageId, seq, kind, author, createdAt } = message;
  return {
    messageId,
    seq,
    kind,
    author,
    authorName,
    attachment,
    at: createdAt.toISOString(),
    pieces: piecesOf(marked),
  };
}

/** Conversations in the order of their best passage: how well its words fit, halved with every thirty days of age. */
function bestFirst(rows: readonly Found[], at: Date): FoundConversation[] {
  const score = ({ rank, message }: Found) =>
    rank * 0.5 ** ((at.getTime() - message.createdAt.getTime()) / DAY / HALF_AFTER_DAYS);
  const sorted = [...rows].sort((a, b) => score(b) - score(a));
  const found = new Map<string, FoundConversation>();
  for (const row of sorted) {
    const { conversation, contact, channel } = row;
    const { id: conversationId, status } = conversation;
    const held = found.get(conversationId) ?? { conversationId, contact, channel, status, passages: [] };
    found.set(conversationId, { ...held, passages: [...held.passages, viewPassage(row)] });
  }
  return [...found.values()];
}

/**
 * Messages of the shop that fit a search, over the whole history: the newest that fit, best first, and the place from
 * which older ones are asked for. Days that it names are where it begins and ends to look. A filter that leaves almost
 * nothing may give an empty page with a place to go on from.
 */
export async function searchMessages(
  tx: Tx,
  actor: MemberActor,
  asked: ParsedSearch,
  cursor: string | null,
): Promise<FoundMessages> {
  const words = wordsOf(asked);
  const { zone, before, after } = await readBounds(tx, actor.shopId, asked);
  const rows: Found[] = [];
  let at = cursor ?? (before && place.cursor({ exact: before, id: LEAST_ID }));
  for (let step = 0; step < MOST_STEPS && rows.length < PAGE; step += 1) {
    const next = await nextCandidates(tx, actor.shopId, words, at);
    const last = next.at(-1);
    if (last)
      rows.push(
        ...(await selectFound(
          tx,
          actor,
          next.map(({ id }) => id),
          asked,
          zone,
        )),
      );
    const isOlder = last !== undefined && after !== null && last.exact < after;
    at = last && next.length === STEP && !isOlder ? place.cursor(last) : null;
    if (!at) break;
  }
  return { conversations: bestFirst(rows, now()), found: rows.length, next: at };
}
