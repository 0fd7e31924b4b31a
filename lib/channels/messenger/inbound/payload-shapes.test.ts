import { describe, expect, it } from "vitest";
import { HOUR } from "#lib/core/clock";
import { answerOf } from "#lib/http/route-fixture";
import { EVENT_SHAPES } from "./event-shapes-fixture";
import { hookBody, hookSignature } from "./hook-fixture";
import { asideOf, at, countsOf, take, threadOf, type World, wrote } from "./inbound-fixture";
import { listInboundItems } from "./list-items";
import { MESSAGE_SHAPES } from "./message-shapes-fixture";

const ROUTE = "app/api/hooks/messenger/route.ts";

async function statusOf(value: unknown): Promise<number> {
  const raw = hookBody(value);
  const headers = { "content-type": "application/json", "x-hub-signature-256": hookSignature(raw) };
  return (await answerOf(ROUTE, "POST", {}, { raw, headers })).status;
}

/** All that a payload may change. */
async function stateOf(world: World, psid: string) {
  const { owner, channelId } = world;
  return {
    thread: await threadOf(world, psid),
    aside: await asideOf(world),
    counts: await countsOf(world),
    listed: await listInboundItems(owner, { channelId }),
  };
}

describe.each([
  ["a message or a change of one", MESSAGE_SHAPES],
  ["an event, or what nobody knows", EVENT_SHAPES],
])("%s", (_, shapes) => {
  it.each(shapes.map((shape) => [shape.name, shape] as const))(
    "%s: taken with 200, stored as it should be or kept and counted, and nothing more the second time",
    async (__, { body: make, outcome }) => {
      const { world, psid, mid } = await wrote();
      const body = make({ pageId: world.pageId, psid, mid });
      expect(await statusOf(body)).toBe(200);
      await take(body);
      const stored = await stateOf(world, psid);
      const { thread = [], aside = [], first = { body: "Bonjour" }, opensAt } = outcome;
      expect(stored.thread?.messages.slice(0, 1)).toMatchObject([first]);
      expect(stored.thread?.messages.slice(1)).toMatchObject(thread);
      expect(stored.thread?.messages).toHaveLength(1 + thread.length);
      expect(stored.aside.map(({ kind, state }) => [kind, state])).toEqual(aside);
      expect(stored.listed).toMatchObject({ count: 0, unknown: aside.length });
      if (opensAt !== undefined)
        expect(stored.thread?.conversation?.windowExpiresAt).toEqual(new Date(at(opensAt) + 24 * HOUR));
      expect(await statusOf(body)).toBe(200);
      await take(body);
      expect(await stateOf(world, psid)).toEqual(stored);
    },
  );
});
