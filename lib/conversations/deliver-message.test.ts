import { and, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";
import { answerCard, makeThread, storedMessages } from "#lib/connect/visitor-fixture";
import { recordWithdrawal } from "#lib/contacts/record-permissions";
import { newId } from "#lib/core/ids";
import { heard } from "#lib/realtime/deaf-hub-fixture";
import type { VisitorActor } from "#lib/shops/actor";
import { makeShop } from "#lib/shops/shop-fixture";
import { jobsOf, runJob, runJobs, takeJobs } from "#lib/worker/jobs-fixture";
import { deliverMessage } from "./deliver-message";
import { listVisitorMessages } from "./load-thread";
import { receiveMessage } from "./receive-message";
import { sendMessage } from "./send-message";

beforeEach(() => void heard().splice(0));

async function answered(body = "Oui, dès demain.") {
  const { shop, owner } = await makeShop();
  const { visitor, conversationId } = await makeThread(shop);
  return {
    shop,
    owner,
    visitor,
    conversationId,
    send: () => sendMessage(owner, { conversationId, clientKey: newId(), body }),
  };
}

/** Moves her last message eight days back and answers it, so that anything more needs a permission. */
async function outOfWindow({ shop, conversationId, send }: Awaited<ReturnType<typeof answered>>) {
  await send();
  await runJobs(shop.id);
  await inShop(shop.id, (tx) =>
    tx
      .update(conversations)
      .set({ lastContactAt: sql`now() - interval '8 days'` })
      .where(and(eq(conversations.shopId, shop.id), eq(conversations.id, conversationId))),
  );
}

const block = ({ shopId, contactId }: VisitorActor) =>
  inShop(shopId, (tx) =>
    tx
      .update(contacts)
      .set({ blockedAt: sql`now()` })
      .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId))),
  );

const withdraw = ({ shopId, contactId, visitorId }: VisitorActor) =>
  inShop(shopId, (tx) =>
    recordWithdrawal(tx, shopId, {
      contactId,
      purposes: ["service"],
      act: "my_permissions",
      locale: "fr",
      source: "https://a.example",
      proof: { visitorId },
    }),
  );

const visitorTexts = () => JSON.stringify(heard().filter(({ channel }) => channel.startsWith("private-visitor-")));

describe("delivering a queued message", () => {
  it("sends it once, however often it is run, and only then shows it to her", async () => {
    const { shop, visitor, conversationId, send } = await answered();
    const { id } = await send();
    expect(JSON.stringify(await listVisitorMessages(visitor, {}))).not.toContain("dès demain");
    const ids = { conversationId, messageId: id };
    await Promise.all([deliverMessage(shop.id, ids), deliverMessage(shop.id, ids), deliverMessage(shop.id, ids)]);
    expect(await storedMessages(shop.id, conversationId)).toMatchObject([{}, { delivery: "sent", version: 2 }]);
    expect(JSON.stringify(await listVisitorMessages(visitor, {}))).toContain("dès demain");
  });

  it("goes from the command to every screen by its jobs alone, first hidden from her, then shown", async () => {
    const { shop, send } = await answered();
    await runJobs(shop.id);
    heard().splice(0);
    await send();
    const [first, ...others] = await takeJobs(shop.id);
    expect([first, ...others].map((job) => [job?.task, job?.payload.type])).toEqual([
      ["event", "message.queued"],
      ["event", "message.stored"],
      ["show", "message.stored"],
    ]);
    for (const job of others) await runJob(job.task, job.payload);
    await runJobs(shop.id);
    expect(visitorTexts()).toContain('"body":""');
    expect(visitorTexts()).not.toContain("dès demain");
    await runJob("event", first?.payload);
    await runJobs(shop.id);
    expect(visitorTexts()).toContain("dès demain");
    expect(await jobsOf(shop.id)).toEqual([]);
  });

  it.each([
    ["the contact blocked the shop", block, async () => undefined],
    ["she withdrew the permission", withdraw, (visitor: VisitorActor) => answerCard(visitor, ["service"])],
  ])("fails it when %s meanwhile, and never shows it to her", async (_, change, before) => {
    const the = await answered("Un secret");
    await before(the.visitor);
    await outOfWindow(the);
    if (change === block) await receiveMessage(the.visitor, { clientKey: newId(), body: "Encore moi" });
    heard().splice(0);
    const { id } = await the.send();
    await change(the.visitor);
    await runJobs(the.shop.id);
    await deliverMessage(the.shop.id, { conversationId: the.conversationId, messageId: id });
    const stored = await storedMessages(the.shop.id, the.conversationId);
    expect(stored.find((message) => message.id === id)).toMatchObject({ delivery: "failed" });
    expect(visitorTexts()).not.toContain("Un secret");
    const { messages } = await listVisitorMessages(the.visitor, {});
    expect(messages.find((message) => message.id === id)).toMatchObject({ body: "", event: null, author: "system" });
  });

  it("still delivers an answer to what she wrote, when the permission to write first was withdrawn", async () => {
    const the = await answered();
    await answerCard(the.visitor, ["service"]);
    await outOfWindow(the);
    await receiveMessage(the.visitor, { clientKey: newId(), body: "Toujours là ?" });
    const { id } = await the.send();
    await withdraw(the.visitor);
    await runJobs(the.shop.id);
    const stored = await storedMessages(the.shop.id, the.conversationId);
    expect(stored.find((message) => message.id === id)).toMatchObject({ delivery: "sent" });
  });

  it("is refused at once when nothing allows it", async () => {
    const the = await answered();
    await outOfWindow(the);
    await expect(the.send()).rejects.toMatchObject({ code: "refused", key: "service_refused" });
    await block(the.visitor);
    await expect(the.send()).rejects.toMatchObject({ code: "refused", key: "contact_blocked" });
    await receiveMessage(the.visitor, { clientKey: newId(), body: "Une question tout de même" });
    expect(await the.send()).toMatchObject({ delivery: "queued" });
  });
});
