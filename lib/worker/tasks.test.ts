import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { newId } from "#lib/core/ids";
import { jobsOf, runJob, takeJobs } from "./jobs-fixture";
import { subscriptions, subscriptionTo } from "./subscriptions";

/**
 * The names that queued jobs may carry: what is shown, and what is done. A renamed handler would strand the jobs of the
 * version before.
 */
const HANDLERS: Record<string, [shown: string[], lasting: string[]]> = {
  "message.queued": [[], ["deliverMessage", "sendByMessenger", "planAnswerMail"]],
  "message.stored": [["broadcastMessage"], ["planNotices"]],
  "conversation.changed": [["broadcastConversation"], []],
  "member.mentioned": [["broadcastMention"], []],
  "contact.changed": [
    ["broadcastContact", "tellOwnPlace"],
    ["refreshFacts", "recheckWaiting"],
  ],
  "budget.changed": [["broadcastBudget"], []],
  "contacts.imported": [["broadcastImport"], []],
  "contact_fields.changed": [["broadcastFields"], []],
  "order.changed": [["broadcastOrder"], ["refreshFacts", "sendFirstReceipt"]],
  "identity.opted_in": [[], ["joinEarlierOrders"]],
  "contact.erased": [["broadcastErasure", "tellErased"], []],
  "visit.changed": [["broadcastVisit"], []],
  "channel.changed": [["broadcastChannel"], []],
  "channel.worked": [["broadcastWork"], []],
  "bulk.changed": [["broadcastBulk"], []],
  "bulk_message.changed": [["broadcastBulkMessage"], []],
  "tags.changed": [["broadcastTags"], []],
  "views.changed": [["broadcastViews"], []],
  "notices.chosen": [["broadcastNotices"], []],
  "steps.changed": [["broadcastSteps"], []],
  "team.changed": [["broadcastTeam"], []],
  "access.changed": [[], ["endConnections"]],
  "member.removed": [[], ["releaseConversations", "stopScheduled"]],
  "member.returned": [[], ["giveWaiting"]],
  "member.freed": [[], ["giveWaiting"]],
  "team.removed": [[], ["releaseTeam"]],
};
const namesOf = (some: readonly { name: string }[]) => some.map(({ name }) => name);

it("keeps the names of handlers that queued jobs may carry", () => {
  const present = subscriptions.map(({ type, shown, lasting }) => [type, [namesOf(shown), namesOf(lasting)]]);
  expect(Object.fromEntries(present)).toEqual(HANDLERS);
});

it("an event says itself whether it is shown, lasts, or both", () => {
  for (const { type, kind, shown, lasting } of subscriptions)
    expect(kind, type).toBe(shown.length === 0 ? "lasting" : lasting.length === 0 ? "shown" : "both");
});

it("somebody reacts to every event that is declared anywhere", () => {
  const declared = readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .flatMap((file) =>
      [...readFileSync(`lib/${file}`, "utf8").matchAll(/defineEvent\(\s*"([^"]+)"/g)].map(([, type]) => type),
    );
  expect(declared.sort()).toEqual(Object.keys(HANDLERS).sort());
});

it.each(Object.entries(HANDLERS))("fans %s out into one job for each handler", async (type, [, names]) => {
  const event = { type, shopId: newId(), payload: { conversationId: newId() } };
  await runJob("event", event);
  const jobs = await takeJobs(event.shopId);
  expect(jobs.map(({ task, payload }) => ({ task, payload }))).toEqual(
    names.map((handler) => ({ task: "react", payload: { ...event, handler } })),
  );
});

it("refuses an event or a handler nobody declared, and a payload of another shape, and queues nothing", async () => {
  const shopId = newId();
  await expect(runJob("event", { type: "message.eaten", shopId, payload: {} })).rejects.toThrow("no subscription");
  await expect(runJob("event", { type: "team.changed", shopId: "", payload: {} })).rejects.toThrow();
  await expect(runJob("event", { type: "team.changed", payload: {} })).rejects.toThrow();
  const react = { type: "message.queued", shopId, payload: {} };
  await expect(runJob("react", { ...react, handler: "eat" })).rejects.toThrow("no handler eat for message.queued");
  await expect(runJob("react", { ...react, handler: "deliverMessage" })).rejects.toThrow();
  expect(await jobsOf(shopId)).toEqual([]);
});

it("TEN-12: a job whose ids are another shop's touches nothing", async () => {
  const [reaction] = subscriptionTo("message.queued").lasting;
  const ids = { conversationId: newId(), messageId: newId() };
  await expect(reaction?.run(newId(), ids)).rejects.toMatchObject({ code: "not_found" });
});
