import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { conversations, messages } from "#db/schema/conversations";
import { members } from "#db/schema/shops";
import { teams } from "#db/schema/teams";
import { conversationTags } from "#db/schema/triage";
import { mentions } from "#db/schema/writing";
import { makeVisitor } from "#lib/connect/visitor-fixture";
import { AppError } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import type { VisitorActor } from "#lib/shops/actor";
import { removeMember } from "#lib/shops/remove-member";
import { setAvailability } from "#lib/shops/set-availability";
import { makeMember, makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { removeTeam } from "#lib/shops/teams/remove-team";
import { saveTeam } from "#lib/shops/teams/save-team";
import { runJob, takeJobs } from "#lib/worker/jobs-fixture";
import { reactInChat, unsendInChat } from "./act-in-chat";
import { assignConversation, releaseConversations } from "./assign-conversation";
import { closeConversation, reopenConversation } from "./close-conversation";
import { editAsMember } from "./edit-as-member";
import { loadCounts } from "./load-counts";
import { markRead, markSeen } from "./mark-read";
import { markSpam } from "./mark-spam";
import { markUnread } from "./mark-unread";
import { receiveMessage } from "./receive-message";
import { sendMessage } from "./send-message";
import { setPriority } from "./set-priority";
import { snoozeConversation } from "./snooze/snooze-conversation";
import { createTag } from "./tags/create-tag";
import { tagConversation, untagConversation } from "./tags/tag-conversation";
import { giveWaiting } from "./teams/give-waiting";
import { handOver } from "./teams/hand-over";
import { releaseTeam } from "./teams/release-team";
import { unsendAsMember } from "./unsend-as-member";
import { writeNote } from "./write-note";

const VISITORS = 5;
const AGENTS = 3;
const COMMANDS = 200;
/** How many commands are under way at once. */
const AT_ONCE = 5;
/** What a busy machine may need; a quiet one takes two seconds. */
const PATIENCE_MS = 60_000;

const step = fc.record({
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
  ),
  visitor: fc.nat(VISITORS - 1),
  member: fc.nat(AGENTS),
  to: fc.nat(AGENTS),
  seq: fc.nat(12),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const IN_TURN = { roundRobin: true, cap: 3, takesNew: false };

async function trial() {
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
type Trial = Awaited<ReturnType<typeof trial>>;

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
  if (what === "remove") return to === owner || who.seq > 2 ? null : removeMember(owner, { memberId: to.memberId });
  const conversationId = await conversationOf(shopId, visitor);
  if (!conversationId) return;
  if (what === "send") return sendMessage(member, { conversationId, clientKey: newId(), body: "Oui" });
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
  if (what === "change") return editAsMember(member, { messageId, body: `Oui ${who.seq}` });
  if (what === "put a sign") return reactInChat(visitor, { messageId, emoji: who.to > 1 ? "👍" : null });
  if (what === "take back")
    return who.to > 1 ? unsendInChat(visitor, { messageId }) : unsendAsMember(member, { messageId });
  if (what === "untag") return untagConversation(member, { conversationId, tagId });
  return markRead(member, { conversationId, seq: who.seq });
}

/** Runs some commands at once. Only refusals may come of it; a deadlock or a broken constraint is thrown. */
async function together(the: Trial, steps: Step[]): Promise<void> {
  const outcomes = await Promise.allSettled(steps.map((one) => take(the, one)));
  for (const outcome of outcomes)
    if (outcome.status === "rejected" && !(outcome.reason instanceof AppError)) throw outcome.reason;
  const gone = await inShop(the.shopId, (tx) => tx.select().from(members));
  for (const member of the.team) if (gone.find((row) => row.id === member.memberId)?.removedAt) the.removed.add(member);
  for (const { payload } of await takeJobs(the.shopId)) {
    if (payload.type === "member.returned" || payload.type === "member.freed")
      await runJob("react", { ...payload, handler: giveWaiting.name });
    if (payload.type === "team.removed") await runJob("react", { ...payload, handler: releaseTeam.name });
    if (payload.type === "member.removed") await runJob("react", { ...payload, handler: releaseConversations.name });
  }
}

async function expectTruth({ shopId, owner, team, removed, tagIds, teamIds }: Trial): Promise<void> {
  const [all, tagged, lines] = await inShop(shopId, async (tx) => [
    await tx.select().from(conversations),
    await tx.select().from(conversationTags),
    await tx.select().from(messages).orderBy(messages.seq),
  ]);
  const open = all.filter((one) => one.status === "open");
  const { mine, tags, teams: ofTeams, mentions: named, ...counts } = await loadCounts(owner);
  const held = (id: string | null) => open.filter((one) => one.assigneeId === id).length;
  expect(counts).toEqual({
    version: counts.version,
    open: open.length,
    snoozed: all.filter((one) => one.status === "snoozed").length,
    closed: all.filter((one) => one.status === "closed").length,
    spam: all.filter((one) => one.status === "spam").length,
    unassigned: open.filter((one) => one.assigneeId === null && one.teamId === null).length,
  });
  const isOpen = new Set(open.map(({ id }) => id));
  for (const tagId of tagIds)
    expect(tags[tagId] ?? 0).toBe(tagged.filter((one) => one.tagId === tagId && isOpen.has(one.conversationId)).length);
  for (const id of teamIds) expect(ofTeams[id] ?? 0).toBe(open.filter((one) => one.teamId === id).length);
  const names = await inShop(shopId, (tx) => tx.select().from(mentions));
  for (const { memberId } of team) {
    const naming = names.filter((one) => one.memberId === memberId && isOpen.has(one.conversationId));
    expect(named[memberId] ?? 0).toBe(new Set(naming.map((one) => one.conversationId)).size);
  }
  const disbanded = (await inShop(shopId, (tx) => tx.select().from(teams))).filter(({ removedAt }) => removedAt);
  for (const { id } of disbanded) expect(ofTeams[id] ?? 0).toBe(0);
  for (const { memberId } of team) expect(mine[memberId] ?? 0).toBe(held(memberId));
  expect(new Set(open.map((one) => one.identityId)).size).toBe(open.length);
  for (const one of all) {
    const inside = lines.filter((line) => line.conversationId === one.id);
    expect(inside.map((line) => line.seq)).toEqual(inside.map((_, index) => index + 1));
    expect(one.lastSeq).toBe(inside.length);
    expect(one.unread).toBe(inside.filter((l) => l.author === "contact" && l.seq > one.memberReadSeq).length);
    expect(Math.max(one.memberReadSeq, one.contactDeliveredSeq)).toBeLessThanOrEqual(one.lastSeq);
    expect(one.contactReadSeq).toBeLessThanOrEqual(one.contactDeliveredSeq);
  }
  const left = [...removed].map((member) => member.memberId);
  expect(open.filter((one) => one.assigneeId && left.includes(one.assigneeId))).toEqual([]);
}

it("after any work of a shop, five commands at a time, every count equals a recount", {
  timeout: PATIENCE_MS,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: COMMANDS, maxLength: COMMANDS, size: "max" }), async (steps) => {
      const the = await trial();
      for (let at = 0; at < steps.length; at += AT_ONCE) await together(the, steps.slice(at, at + AT_ONCE));
      await expectTruth(the);
    }),
    { numRuns: 1, endOnFailure: true },
  );
});
