import { and, eq, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Tx } from "#db/in-shop";
import { keyset } from "#db/keyset";
import { channels } from "#db/schema/channels";
import { contacts, type PURPOSES } from "#db/schema/contacts";
import {
  type ATTACHMENT_KINDS,
  attachments,
  conversations,
  type DELIVERIES,
  type MESSAGE_KINDS,
  messages,
  PRIORITIES,
  type STATUSES,
  type ThreadEvent,
} from "#db/schema/conversations";
import type { ORDER_STATUSES } from "#db/schema/orders";
import { persons } from "#db/schema/persons";
import { members } from "#db/schema/shops";
import { teams } from "#db/schema/teams";
import { conversationTags } from "#db/schema/triage";
import { mentions } from "#db/schema/writing";
import { beginningOf } from "./beginning-of";

export type Status = (typeof STATUSES)[number];
export type Priority = (typeof PRIORITIES)[number];

export type ConversationRow = {
  id: string;
  version: number;
  status: Status;
  /** When it comes back; null unless it is snoozed. */
  snoozedUntil: string | null;
  priority: Priority;
  /** What is known of the contact, for lists. `value`: what she bought, in minor units of the shop's currency. */
  facts: {
    value: number;
    order: (typeof ORDER_STATUSES)[number] | null;
    language: string | null;
    allows: (typeof PURPOSES)[number][];
    /** How she said it went the last time she was asked, 1 to 5. */
    rating: number | null;
  };
  /** The ids of its tags, in order. */
  tags: string[];
  /** The ids of the members named in its notes. */
  mentions: string[];
  assignee: { memberId: string; name: string } | null;
  /** The team it was given to, which has it still while a member holds it. */
  team: { id: string; name: string } | null;
  /** `spam`: what she writes goes to Spam. `member`: she is a member of the shop too, and has proven it. */
  contact: { id: string; name: string; anonymous: boolean; spam: boolean; member: boolean };
  channel: "web_chat" | "messenger";
  /** Whether anything can be sent on its channel now: `paused` waits, `disconnected` is closed to writing. */
  channelState: "open" | "paused" | "disconnected";
  lastMessage: {
    seq: number;
    author: "contact" | "member" | "app" | "system";
    authorName: string | null;
    kind: (typeof MESSAGE_KINDS)[number];
    preview: string;
    /** Its first file, for a message that has no words. */
    attachment: (typeof ATTACHMENT_KINDS)[number] | null;
    /** Whether it names a place on the map. */
    location: boolean;
    unsent: boolean;
    event: ThreadEvent | null;
    delivery: (typeof DELIVERIES)[number];
    at: string;
  } | null;
  unread: number;
  waitingSince: string | null;
  lastContactAt: string | null;
  /** The app that answers here when it is not ours; null while nobody else does. */
  threadOwner: string | null;
  /** Until when an answer may be sent freely; null where the channel has no such window. */
  windowExpiresAt: string | null;
  lastSeq: number;
  contactDeliveredSeq: number;
  contactReadSeq: number;
  memberReadSeq: number;
  lastMessageAt: string;
  updatedAt: string;
};

/** The name of a member of the row's shop. A subquery for each name keeps the planning of the joins short. */
const nameOf = (memberId: AnyPgColumn) =>
  sql<string | null>`(select ${persons.name} from ${members} join ${persons} on ${persons.id} = ${members.personId}
    where ${members.shopId} = ${conversations.shopId} and ${members.id} = ${memberId})`;

const lastMessage = keyset({ at: conversations.lastMessageAt, id: conversations.id });

/** Rows of the shared inbox: each conversation with its contact, its holder, its last message and its exact place. */
export function selectRows(tx: Tx, where: SQL | undefined, exact = lastMessage.exact) {
  return tx
    .select({
      conversation: conversations,
      contact: { id: contacts.id, name: contacts.name, personId: contacts.personId, spamAt: contacts.spamAt },
      channel: channels,
      attachment: sql<(typeof ATTACHMENT_KINDS)[number] | null>`(select ${attachments.kind} from ${attachments}
        where ${attachments.shopId} = ${messages.shopId} and ${attachments.messageId} = ${messages.id}
        order by ${attachments.position} limit 1)`,
      tags: sql<string[]>`array(select ${conversationTags.tagId} from ${conversationTags}
        where ${conversationTags.shopId} = ${conversations.shopId}
          and ${conversationTags.conversationId} = ${conversations.id} order by ${conversationTags.tagId})`,
      mentions: sql<string[]>`array(select distinct ${mentions.memberId} from ${mentions}
        where ${mentions.shopId} = ${conversations.shopId}
          and ${mentions.conversationId} = ${conversations.id} order by ${mentions.memberId})`,
      isMember: sql<boolean>`exists (select from ${members} where ${members.shopId} = ${conversations.shopId}
        and ${members.personId} = ${contacts.personId} and ${members.removedAt} is null)`,
      assigneeName: nameOf(conversations.assigneeId),
      teamName: sql<string | null>`(select ${teams.name} from ${teams}
        where ${teams.shopId} = ${conversations.shopId} and ${teams.id} = ${conversations.teamId})`,
      last: messages,
      writerName: nameOf(messages.memberId),
      exact,
    })
    .from(conversations)
    .innerJoin(contacts, and(eq(contacts.shopId, conversations.shopId), eq(contacts.id, conversations.contactId)))
    .innerJoin(channels, and(eq(channels.shopId, conversations.shopId), eq(channels.id, conversations.channelId)))
    .leftJoin(messages, and(eq(messages.conversationId, conversations.id), eq(messages.seq, conversations.latestSeq)))
    .where(where)
    .$dynamic();
}

type Selected = Awaited<ReturnType<typeof selectRows>>[number];

/** One row as members see it. */
export function viewConversation({
  conversation,
  contact,
  channel,
  isMember,
  tags,
  mentions: named,
  assigneeName,
  teamName,
  last,
  attachment,
  writerName,
}: Selected): ConversationRow {
  return {
    id: conversation.id,
    version: conversation.version,
    status: conversation.status,
    snoozedUntil: conversation.snoozedUntil?.toISOString() ?? null,
    priority: PRIORITIES[conversation.priority] ?? "normal",
    facts: {
      value: conversation.value,
      order: conversation.latestOrder,
      language: conversation.language,
      allows: conversation.allows,
      rating: conversation.rating,
    },
    tags,
    mentions: named,
    assignee: conversation.assigneeId ? { memberId: conversation.assigneeId, name: assigneeName ?? "" } : null,
    team: conversation.teamId ? { id: conversation.teamId, name: teamName ?? "" } : null,
    contact: {
      id: contact.id,
      name: contact.name,
      anonymous: contact.personId === null,
      spam: contact.spamAt !== null,
      member: isMember,
    },
    channel: channel.kind,
    channelState: channel.disconnectedAt ? "disconnected" : channel.pausedAt ? "paused" : "open",
    lastMessage: last && {
      seq: last.seq,
      author: last.author,
      authorName: writerName,
      kind: last.kind,
      preview: beginningOf(last.body),
      attachment,
      location: Boolean(last.payload?.locations),
      unsent: last.unsentAt !== null,
      event: last.event,
      delivery: last.delivery,
      at: last.createdAt.toISOString(),
    },
    unread: conversation.unread,
    waitingSince: conversation.waitingSince?.toISOString() ?? null,
    lastContactAt: conversation.lastContactAt?.toISOString() ?? null,
    threadOwner: conversation.threadOwner,
    windowExpiresAt: conversation.windowExpiresAt?.toISOString() ?? null,
    lastSeq: conversation.lastSeq,
    contactDeliveredSeq: conversation.contactDeliveredSeq,
    contactReadSeq: conversation.contactReadSeq,
    memberReadSeq: conversation.memberReadSeq,
    lastMessageAt: conversation.lastMessageAt.toISOString(),
    updatedAt: conversation.updatedAt.toISOString(),
  };
}

/** The row of one conversation, or null when the shop has none with this id. */
export async function readRow(tx: Tx, shopId: string, conversationId: string): Promise<ConversationRow | null> {
  const [found] = await selectRows(tx, and(eq(conversations.shopId, shopId), eq(conversations.id, conversationId)));
  return found ? viewConversation(found) : null;
}
