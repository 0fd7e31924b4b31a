import fc from "fast-check";
import { expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { conversations, messages } from "#db/schema/conversations";
import { teams } from "#db/schema/teams";
import { conversationTags } from "#db/schema/triage";
import { mentions } from "#db/schema/writing";
import { runJob, takeJobs } from "#lib/worker/jobs-fixture";
import { AT_ONCE, attempt, type Step, step, type Trial, trial } from "#lib/worker/random-work-fixture";
import { releaseConversations } from "./assign-conversation";
import { loadCounts } from "./load-counts";
import { giveWaiting } from "./teams/give-waiting";
import { releaseTeam } from "./teams/release-team";

const COMMANDS = 200;
/** What a busy machine may need; a quiet one takes two seconds. */
const PATIENCE_MS = 60_000;

/** Runs some commands at once, and what follows from them. */
async function together(the: Trial, steps: Step[]): Promise<void> {
  await attempt(the, steps);
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
