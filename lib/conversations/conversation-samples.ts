import type { ConversationRow } from "./view-conversation";
import type { MessageView } from "./view-message";

const START = Date.UTC(2025, 4, 23, 12);

/** The ISO instant `seconds` after the samples' noon. */
export function instantAt(seconds: number): string {
  return new Date(START + seconds * 1000).toISOString();
}

/** A conversation for tests of pure functions; what matters to a test is given, the rest is plausible. */
export function sampleRow(given: Partial<ConversationRow> = {}): ConversationRow {
  return {
    id: "0197a000-0000-7000-8000-000000000001",
    version: 1,
    status: "open",
    snoozedUntil: null,
    priority: "normal",
    facts: { value: 0, order: null, language: null, allows: [], rating: null },
    tags: [],
    mentions: [],
    assignee: null,
    team: null,
    contact: {
      id: "0197a000-0000-7000-8000-00000000c001",
      name: "Amélie Laurent",
      anonymous: false,
      spam: false,
      member: false,
    },
    channel: "web_chat",
    channelState: "open",
    lastMessage: null,
    unread: 0,
    waitingSince: null,
    lastContactAt: null,
    threadOwner: null,
    windowExpiresAt: null,
    lastSeq: 0,
    contactDeliveredSeq: 0,
    contactReadSeq: 0,
    memberReadSeq: 0,
    lastMessageAt: instantAt(0),
    updatedAt: instantAt(0),
    ...given,
  };
}

/** A message for tests of pure functions. */
export function sampleMessage(given: Partial<MessageView> & { seq: number }): MessageView {
  return {
    id: `0197a000-0000-7000-8000-${String(given.seq).padStart(12, "0")}`,
    conversationId: "0197a000-0000-7000-8000-000000000001",
    version: 1,
    kind: "text",
    author: "contact",
    memberId: null,
    authorName: null,
    body: `message ${given.seq}`,
    event: null,
    receipt: null,
    delivery: "received",
    purpose: "service",
    clientKey: null,
    attachments: [],
    reactions: [],
    payload: null,
    replyTo: null,
    edited: false,
    saidBefore: [],
    unsent: false,
    problem: null,
    refusal: null,
    sendAt: null,
    createdAt: instantAt(given.seq),
    ...given,
  };
}
