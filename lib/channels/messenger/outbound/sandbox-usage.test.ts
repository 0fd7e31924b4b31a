import { afterAll, beforeAll, expect, it } from "vitest";
import { database } from "#db/client";
import { sandboxWire } from "#db/schema/sandbox-messenger";
import { sendMessage } from "#lib/conversations/send-message";
import { HOUR } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { sandboxNow, setClock } from "#lib/sandbox/messenger/controls";
import { fixtureServer } from "#lib/sandbox/messenger/server-fixture";
import { makeSandboxThread } from "#lib/worker/sandbox-thread-fixture";
import { passTime, sentIn, storedPage } from "./messenger-fixture";
import { sendQueued } from "./send-queued";

process.env.GRAPH_BASE_URL = fixtureServer.graphUrl;

let the: Awaited<ReturnType<typeof makeSandboxThread>>;
beforeAll(async () => {
  the = await makeSandboxThread();
});
afterAll(() => setClock(0));

it("a Page whose limits fill up at Facebook slows down by the headers of its answers, and goes on in its order", async () => {
  const { world, conversationId } = the;
  const { owner, shopId, channelId } = world;
  const thread = { owner, shopId, channelId, conversationId };
  for (const body of ["Un", "Deux"]) await sendMessage(owner, { conversationId, clientKey: newId(), body });
  const at = await sandboxNow();
  const call = { at, way: "out" as const, method: "GET", path: "/me", kind: "read", check: "ok", status: 200 };
  for (let n = 0; n < 4; n += 1)
    await database()
      .insert(sandboxWire)
      .values(Array.from({ length: 1_000 }, () => call));
  await sendQueued(shopId, conversationId);
  expect(await sentIn(thread)).toMatchObject([
    { delivery: "sent" },
    { delivery: "queued", problem: null, attempts: 0 },
  ]);
  expect((await storedPage(thread)).restUntil?.getTime()).toBeGreaterThan(Date.now());
  await setClock(2 * HOUR);
  await passTime(thread);
  await sendQueued(shopId, conversationId);
  expect(await sentIn(thread)).toMatchObject([{ delivery: "sent" }, { delivery: "sent" }]);
  expect((await storedPage(thread)).restUntil?.getTime()).toBeLessThan(Date.now());
});
