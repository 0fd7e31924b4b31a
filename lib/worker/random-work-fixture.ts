import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { inShop } from "#db/in-shop";
import { conversations, messages } from "#db/schema/conversations";
import { members } from "#db/schema/shops";
import { makeVisitor } from "#lib/connect/visitor-fixture";
import { reactInChat, unsendInChat } from "#lib/conversations/act-in-chat";
import { assignConversation } from "#lib/conversations/assign-conversation";
import { cancelScheduled } from "#lib/conversations/cancel-scheduled";
import { closeConversation, reopenConversation } from "#lib/conversations/close-conversation";
import { editAsMember } from "#lib/conversations/edit-as-member";
import { dismissMember } from "#lib/conversations/leaving/dismiss-member";
import { markRead, markSeen } from "#lib/conversations/mark-read";
import { markSpam } from "#lib/conversations/mark-spam";
import { markUnread } from "#lib/conversations/mark-unread";
import { receiveMessage } from "#lib/conversations/receive-message";
import { sendMessage } from "#lib/conversations/send-message";
import { setPriority } from "#lib/conversations/set-priority";
import { snoozeConversation } from "#lib/conversations/snooze/snooze-conversation";
import { createTag } from "#lib/conversations/tags/create-tag";
import { tagConversation, untagConversation } from "#lib/conversations/tags/tag-conversation";
import { handOver } from "#lib/conversations/teams/hand-over";
import { unsendAsMember } from "#lib/conversations/unsend-as-member";
import { writeNote } from "#lib/conversations/write-note";
import { AppError } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import type { VisitorActor } from "#lib/shops/actor";
import { setAvailability } from "#lib/shops/set-availability";
import { makeMember, makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { removeTeam } from "#lib/shops/teams/remove-team";
import { saveTeam } from "#lib/shops/teams/save-team";
import { runJob } from "./jobs-fixture";

const VISITORS = 5;
const AGENTS = 3;
/** How many commands are under way at once. */
export const AT_ONCE = 5;

/** One thing that somebody does: which, and who or what it concerns. */
export const step = fc.record({
  what: fc.constantFrom(
    "receive",
    "receive",
    "send",
    "assign",
    "release",
    "give",
    "give",
    "disband",
    "away",
    "back",
    "hand over",
    "close",
    "reopen",
    "read",
    "unread",
    "seen",
    "remove",
    "snooze",
    "wake",
    "spam",
    "tag",
    "untag",
    "priority",
    "change",
    "take back",
    "put a sign",
    "name",
    "hold",
    "undo",
  ),
  visitor: fc.nat(VISITORS - 1),
  member: fc.nat(AGENTS),
  to: fc.nat(AGENTS),
  seq: fc.nat(12),
});
export type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const IN_TURN = { roundRobin: true, cap: 3, takesNew: false };

/** A shop with a team, tags, teams and shoppers who have written nothing yet. */
export async function trial() {
  const { shop, owner } = await makeShop();
  const agents = await Promise.all(Array.from({ length: AGENTS }, (_, i) => makeMember(owner, "agent", `Agent ${i}`)));
  const visitors = await Promise.all(Array.from({ length: VISITORS }, () => makeVisitor(shop)));
  const tagIds = [await createTag(owner, { name: "a" }), await createTag(owner, { name: "b" })].map(({ id }) => id);
  const team = [owner, ...agents];
  const teamIds: string[] = [];
  for (const name of ["x", "y", "z"])
    teamIds.push(
      (await saveTeam(owner, { name, memberIds: team.map((one) => one.memberId), ...IN_TURN, takesNew: name === "x" }))
        .id,
    );
  return { shopId: shop.id, owner, team, visitors, removed: new Set<TestMember>(), tagIds, teamIds };
}
export type Trial = Awaited<ReturnType<typeof trial>>;

async function conversationOf(shopId: string, visitor: VisitorActor) {
  const all = await inShop(shopId, (tx) => tx.select().from(conversations));
  return all.find((conversation) => conversation.identityId === visitor.identityId)?.id;
}

async function messageAt(shopId: string, conversationId: string, seq: number): Promise<string | undefined> {
  const where = and(eq(messages.shopId, shopId), eq(messages.conversationId, conversationId), eq(messages.seq, seq));
  const [at] = await inShop(shopId, (tx) => tx.select({ id: messages.id }).from(messages).where(where));
  return at?.id;
}

const soon = () => new Date(Date.now() + 3_600_000).toISOString();

/** Its time comes at once. */
async function wakeNow(shopId: string, conversationId: string): Promise<void> {
  const due = and(eq(conversations.id, conversationId), eq(conversations.status, "snoozed"));
  await inShop(shopId, (tx) =>
    tx
      .update(conversations)
      .set({ snoozedUntil: new Date(0) })
      .where(due),
  );
  await runJob("wakeConversation", { shopId, conversationId });
}

/** From two tabs at once: there is one outcome, and both tabs have it. */
async function undoTwice(member: TestMember, messageId: string): Promise<void> {
  const [one, other] = await Promise.allSettled([1, 2].map(() => cancelScheduled(member, { messageId })));
  if (one?.status !== other?.status) throw new Error("two tabs were told different outcomes");
  if (one?.status === "rejected") throw one.reason;
}

async function take(the: Trial, { what, ...who }: Step): Promise<unknown> {
  const { shopId, owner, team, visitors, removed, tagIds, teamIds } = the;
  const teamId = teamIds[who.to % teamIds.length] ?? "";
  const tagId = tagIds[who.to % tagIds.length] ?? "";
  const [visitor, member, to] = [visitors[who.visitor], team[who.member] ?? owner, team[who.to] ?? owner];
  if (!visitor || removed.has(member)) return;
  if (what === "receive") return receiveMessage(visitor, { clientKey: newId(), body: "Bonjour" });
  if (what === "seen") return markSeen(visitor, { deliveredSeq: who.seq, readSeq: who.to });
  if (what === "disband") return who.seq > 0 ? null : removeTeam(owner, { teamId });
  if (what === "away" || what === "back") return setAvailability(member, { away: what === "away" });
  if (what === "hand over") return handOver(member, { teamId: who.seq > 6 ? teamId : null });
  if (what === "remove") return to === owner || who.seq > 2 ? null : dismissMember(owner, { memberId: to.memberId });
  const conversationId = await conversationOf(shopId, visitor);
  if (!conversationId) return;
  if (what === "send") return sendMessage(member, { conversationId, clientKey: newId(), body: "Oui" });
  if (what === "hold") return sendMessage(member, { conversationId, clientKey: newId(), body: "Attendez", hold: 60 });
  if (what === "assign") return assignConversation(member, { conversationId, memberId: to.memberId });
  if (what === "release") return assignConversation(member, { conversationId, memberId: null });
  if (what === "give") return assignConversation(member, { conversationId, memberId: null, teamId });
  if (what === "close") return closeConversation(member, { conversationId });
  if (what === "reopen") return reopenConversation(member, { conversationId });
  if (what === "snooze") return snoozeConversation(member, { conversationId, until: soon() });
  if (what === "wake") return wakeNow(the.shopId, conversationId);
  if (what === "spam") return markSpam(member, { conversationId });
  if (what === "unread") return markUnread(member, { conversationId });
  if (what === "priority") return setPriority(member, { conversationId, priority: who.seq > 6 ? "high" : "low" });
  if (what === "name") return writeNote(member, { conversationId, clientKey: newId(), body: `@${to.name} @Agent` });
  if (what === "tag") return tagConversation(member, { conversationId, tagId });
  const messageId = (await messageAt(shopId, conversationId, who.seq)) ?? newId();
  if (what === "undo") return undoTwice(member, messageId);
  if (what === "change") return editAsMember(member, { messageId, body: `Oui ${who.seq}` });
  if (what === "put a sign") return reactInChat(visitor, { messageId, emoji: who.to > 1 ? "👍" : null });
  if (what === "take back")
    return who.to > 1 ? unsendInChat(visitor, { messageId }) : unsendAsMember(member, { messageId });
  if (what === "untag") return untagConversation(member, { conversationId, tagId });
  return markRead(member, { conversationId, seq: who.seq });
}

/** Runs some commands at once. Only refusals may come of it; a deadlock or a broken constraint is thrown. */
export async function attempt(the: Trial, steps: Step[]): Promise<void> {
  const outcomes = await Promise.allSettled(steps.map((one) => take(the, one)));
  for (const outcome of outcomes)
    if (outcome.status === "rejected" && !(outcome.reason instanceof AppError)) throw outcome.reason;
  const gone = await inShop(the.shopId, (tx) => tx.select().from(members));
  for (const member of the.team) if (gone.find((row) => row.id === member.memberId)?.removedAt) the.removed.add(member);
}
