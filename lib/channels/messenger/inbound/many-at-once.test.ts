import { expect, it } from "vitest";
import { owner as asOwner } from "#db/owner-fixture";
import { DAY } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { eventsIn, runJob, takeJobs } from "#lib/worker/jobs-fixture";
import { storedPage } from "../outbound/messenger-fixture";
import { hookBody } from "./hook-fixture";
import {
  asideOf,
  at,
  bodyOf,
  countsOf,
  fromPage,
  fromPerson,
  makeWorld,
  newMid,
  newPsid,
  post,
  take,
  threadOf,
} from "./inbound-fixture";
import { processDelivery } from "./process-delivery";

it("WHI-04: fifty copies of a message at once, in bodies of their own, are one message and one notice", async () => {
  const world = await makeWorld();
  const psid = newPsid();
  const item = fromPerson(world, psid, 0, { message: { mid: newMid(), text: "Bonjour" } });
  const echo = fromPage(world, psid, 5, { message: { mid: newMid(), text: "Oui", is_echo: true } });
  const copies = await Promise.all(
    Array.from({ length: 50 }, (_, copy) =>
      post({
        ...bodyOf(world.pageId, [item, echo]),
        entry: [{ id: world.pageId, time: at(copy), messaging: [item, echo] }],
      }),
    ),
  );
  expect(new Set(copies).size).toBe(50);
  await Promise.all(copies.map((inboundEventId) => runJob("receiveInboundEvent", { inboundEventId })));
  expect(await countsOf(world)).toEqual({ contacts: 1, conversations: 1, messages: 2 });
  const told = eventsIn(await takeJobs(world.shopId)).filter(({ payload }) => payload.type === "message.stored");
  expect(told).toHaveLength(2);
  const again = copies[0] ?? "";
  await runJob("receiveInboundEvent", { inboundEventId: again });
  await processDelivery(again, hookBody(bodyOf(world.pageId, [item, echo])), new Date());
  expect(await countsOf(world)).toEqual({ contacts: 1, conversations: 1, messages: 2 });
  expect((await threadOf(world, psid))?.conversation).toMatchObject({ unread: 0, lastSeq: 2 });
  expect(await takeJobs(world.shopId)).toEqual([]);
});

it("WHI-05: twenty first messages of one person at once are one contact, one open conversation, in the order written", async () => {
  const world = await makeWorld();
  const psid = newPsid();
  const texts = Array.from({ length: 20 }, (_, second) => `message ${second}`);
  const bodies = texts.map((text, second) =>
    bodyOf(world.pageId, [fromPerson(world, psid, second, { message: { mid: newMid(), text } })]),
  );
  await Promise.all(bodies.map((body) => take(body)));
  expect(await countsOf(world)).toEqual({ contacts: 1, conversations: 1, messages: 20 });
  const thread = await threadOf(world, psid);
  expect(thread?.conversation).toMatchObject({
    status: "open",
    unread: 20,
    waitingSince: new Date(at(0)),
    lastSeq: 20,
  });
  expect(thread?.messages.map(({ body }) => body)).toEqual(texts);
  expect(thread?.messages.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(texts.map((_, index) => index + 1));
});

it("WHI-09: a batch of several Pages loses nothing to what cannot be processed", async () => {
  const [one, two] = await Promise.all([makeWorld(), makeWorld()]);
  const psids = Array.from({ length: 5 }, newPsid);
  const said = (world: typeof one, count: number) =>
    Array.from({ length: count }, (_, n) =>
      fromPerson(world, psids[n % 5] ?? "", n, { message: { mid: newMid(), text: `${n}` } }),
    );
  const odd = [
    fromPerson(one, psids[0] ?? "", 1, { mood: { colour: "blue" } }),
    fromPerson(one, psids[0] ?? "", 2, { message: null }),
    fromPerson(one, psids[0] ?? "", 3, { message: { mid: newMid(), attachments: [{ type: 7 }] } }),
    null,
  ];
  const body = {
    object: "page",
    entry: [
      { id: one.pageId, time: at(0), messaging: [...said(one, 10), ...odd, ...said(one, 10)] },
      { id: newPsid(), time: at(0), messaging: said(two, 2) },
      "nonsense",
      { id: two.pageId, time: at(0), standby: said(two, 10), changes: [{ field: "feed", value: { item: "comment" } }] },
    ],
  };
  const inboundEventId = await take(body);
  expect([await countsOf(one), await countsOf(two)]).toMatchObject([{ messages: 20 }, { messages: 10 }]);
  expect(await asideOf(one)).toMatchObject([
    { state: "unknown", kind: "mood", item: odd[0] },
    { state: "failed", kind: "message", item: odd[1], problem: expect.stringContaining("message"), attempts: 1 },
    { state: "failed", kind: "message", problem: expect.stringContaining("message.attachments.0.type") },
    { state: "unknown", kind: "value", item: { value: null } },
  ]);
  expect(await asideOf(two)).toMatchObject([{ state: "unknown", kind: "feed" }]);
  await processDelivery(inboundEventId, hookBody(body), new Date());
  expect([await countsOf(one), await countsOf(two)]).toMatchObject([{ messages: 20 }, { messages: 10 }]);
  expect((await asideOf(one)).map(({ attempts }) => attempts)).toEqual([1, 2, 2, 1]);
});

it("settles quietly what concerns no Page of ours, and what is no delivery at all", async () => {
  const world = await makeWorld();
  const said = fromPerson(world, newPsid(), 0, { message: { mid: newMid(), text: "Bonjour" } });
  for (const body of [
    { object: "instagram", entry: [{ id: world.pageId, time: at(0), messaging: [said] }] },
    bodyOf(newPsid(), [said]),
    { object: "page" },
    { object: "page", entry: "none", mark: newId() },
    { mark: newId() },
    [newId()],
    newId(),
  ])
    await expect(runJob("receiveInboundEvent", { inboundEventId: await post(body) })).resolves.toBeUndefined();
  expect(await countsOf(world)).toEqual({ contacts: 0, conversations: 0, messages: 0 });
});

it("says of the webhook only that it worked when a delivery came, however late that is processed", async () => {
  const world = await makeWorld();
  const delivery = async (receivedAt: Date) => {
    const item = fromPerson(world, newPsid(), 0, { message: { mid: newMid(), text: "Bonjour" } });
    await processDelivery(newId(), hookBody(bodyOf(world.pageId, [item])), receivedAt);
    return storedPage(world);
  };
  const [hour, now] = [new Date(Date.now() - 3_600_000), new Date()];
  expect(await delivery(hour)).toMatchObject({ lastEventAt: hour });
  expect(await delivery(now)).toMatchObject({ lastEventAt: now });
  expect(await delivery(hour)).toMatchObject({ lastEventAt: now });
  const before = new Date();
  const kept = await post(
    bodyOf(world.pageId, [fromPerson(world, newPsid(), 0, { message: { mid: newMid(), text: "Et" } })]),
  );
  await asOwner()`update inbound_events set received_at = now() + interval '1 day' where id = ${kept}`;
  await runJob("receiveInboundEvent", { inboundEventId: kept });
  expect((await storedPage(world)).lastEventAt?.getTime()).toBeGreaterThan(before.getTime() + DAY - 1_000);
});
