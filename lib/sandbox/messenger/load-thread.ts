import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { database } from "#db/client";
import {
  sandboxMessages,
  sandboxPages,
  sandboxPersonas,
  sandboxProfiles,
  sandboxThreads,
  sandboxWebhooks,
} from "#db/schema/sandbox-messenger";
import { sandboxNow } from "./controls";
import { findPage, type SandboxPage } from "./pages";
import { SandboxRefused } from "./refused";
import type { KeptMessage, WhoseThread } from "./threads";

const MOST_MESSAGES = 200;

export type ThreadRow = {
  page: SandboxPage;
  last: KeptMessage | null;
  at: Date;
  unread: boolean;
  blocked: boolean;
  /** Until when what the Page sent has reached her. */
  deliveredAt: Date | null;
};

export type DrawnMessage = KeptMessage & {
  persona: { name: string; pictureUrl: string } | null;
  /** The message answered to, when it is kept. */
  repliedTo: KeptMessage | null;
  /** Of the person's own messages: whether its webhook still waits for the app. */
  waiting: boolean;
};

export type DrawnThread = {
  page: SandboxPage;
  /** Null until the person or the Page did something. */
  psid: string | null;
  /** The newest 200, oldest first. */
  messages: DrawnMessage[];
  typing: boolean;
  blocked: boolean;
  windowExpiresAt: Date | null;
  /** Until when what the Page sent has reached her. */
  deliveredAt: Date | null;
  /** Until when the Page has read, for the ticks under the person's own messages. */
  pageReadAt: Date | null;
  /** The Messenger profile as the Page set it, with her own menu if she has one: get_started, greeting, ice_breakers, persistent_menu. */
  profile: Record<string, unknown>;
};

/** The threads of a person, newest first. */
export async function listThreads(personId: string): Promise<ThreadRow[]> {
  const rows = await database()
    .select({ thread: sandboxThreads, page: sandboxPages })
    .from(sandboxThreads)
    .innerJoin(sandboxPages, eq(sandboxPages.id, sandboxThreads.pageId))
    .where(eq(sandboxThreads.personId, personId))
    .orderBy(desc(sandboxThreads.updatedAt));
  const ids = rows.map(({ thread }) => thread.id);
  const lasts = await database()
    .selectDistinctOn([sandboxMessages.threadId])
    .from(sandboxMessages)
    .where(inArray(sandboxMessages.threadId, ids))
    .orderBy(sandboxMessages.threadId, desc(sandboxMessages.seq));
  return rows
    .map(({ thread, page: { position: _, ...page } }) => {
      const last = lasts.find(({ threadId }) => threadId === thread.id) ?? null;
      const unread = last !== null && last.sender !== "person" && (thread.readAt === null || thread.readAt < last.at);
      const { updatedAt: at, deliveredAt, blockedAt } = thread;
      return { page, last, at, unread, blocked: blockedAt !== null, deliveredAt };
    })
    .filter((row) => row.last !== null || row.blocked);
}

/** A person's thread with a Page as Messenger draws it; empty before either did anything. */
export async function loadThread(whose: WhoseThread): Promise<DrawnThread> {
  const page = await findPage(whose.pageId);
  if (!page) throw new SandboxRefused("absent");
  const db = database();
  const mine = and(eq(sandboxThreads.personId, whose.personId), eq(sandboxThreads.pageId, whose.pageId));
  const [[thread], [kept], now] = await Promise.all([
    db.select().from(sandboxThreads).where(mine),
    db.select().from(sandboxProfiles).where(eq(sandboxProfiles.pageId, page.id)),
    sandboxNow(),
  ]);
  return {
    page,
    psid: thread?.psid ?? null,
    messages: thread ? await drawn(thread.id, page.id) : [],
    typing: Boolean(thread?.typingUntil && thread.typingUntil > now),
    blocked: Boolean(thread?.blockedAt),
    windowExpiresAt: thread?.windowExpiresAt ?? null,
    deliveredAt: thread?.deliveredAt ?? null,
    pageReadAt: thread?.pageReadAt ?? null,
    profile: { ...kept?.profile, ...(thread?.menu ? { persistent_menu: thread.menu } : {}) },
  };
}

async function drawn(threadId: string, pageId: string): Promise<DrawnMessage[]> {
  const db = database();
  const [rows, personas, webhooks] = await Promise.all([
    db
      .select()
      .from(sandboxMessages)
      .where(eq(sandboxMessages.threadId, threadId))
      .orderBy(desc(sandboxMessages.seq))
      .limit(MOST_MESSAGES),
    db.select().from(sandboxPersonas).where(eq(sandboxPersonas.pageId, pageId)),
    db
      .select({ items: sandboxWebhooks.items })
      .from(sandboxWebhooks)
      .where(
        and(eq(sandboxWebhooks.state, "waiting"), sql`${sandboxWebhooks.items} @> ${JSON.stringify([{ pageId }])}`),
      ),
  ]);
  const waiting = JSON.stringify(webhooks);
  const byMid = new Map(rows.map((row) => [row.mid, row]));
  return rows.reverse().map((row) => {
    const persona = personas.find(({ id }) => id === row.personaId);
    return {
      ...row,
      persona: persona ? { name: persona.name, pictureUrl: persona.pictureUrl } : null,
      repliedTo: (row.replyTo && byMid.get(row.replyTo)) || null,
      waiting: row.sender === "person" && waiting.includes(`"${row.mid}"`),
    };
  });
}
