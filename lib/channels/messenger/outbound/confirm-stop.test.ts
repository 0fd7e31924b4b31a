import { expect, it } from "vitest";
import { runJobs } from "#lib/worker/jobs-fixture";
import { acceptedSend, fakeGraph, sentBodies } from "../fake-graph-fixture";
import { newMid, takeItems, wrote } from "../inbound/inbound-fixture";

it("STOP in Messenger is confirmed there once, in the language of the word, and nothing else goes", async () => {
  fakeGraph.answers(acceptedSend);
  const { world, person, thread } = await wrote();
  await takeItems(world, person(60, { message: { mid: newMid(), text: "Désabonner" } }));
  await takeItems(world, person(90, { message: { mid: newMid(), text: "STOP" } }));
  await runJobs(world.shopId);
  expect(sentBodies().filter(Boolean)).toMatchObject([
    { messaging_type: "RESPONSE", message: { text: expect.stringContaining("plus") } },
  ]);
  const events = (await thread())?.messages.filter(({ event }) => event?.type === "stop_confirmed");
  expect(events).toMatchObject([{ delivery: "sent", author: "system" }]);
});
