import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { DAY, HOUR, MINUTE } from "#lib/core/clock";
import { runJobs } from "#lib/worker/jobs-fixture";
import { acceptedSend, fakeGraph, graphRefusal, sentBodies, sentTexts } from "../fake-graph-fixture";
import { settleOwnEcho } from "../inbound/settle-own-echo";
import { claimNext } from "./claim-next";
import { type MessengerThread, makeMessengerThread, passTime, say, send, sentIn, setThread } from "./messenger-fixture";
import { sendQueued } from "./send-queued";
import { settleUnconfirmed } from "./settle-unconfirmed";
import { tellMessenger } from "./tell-messenger";

const identityOf = ({ shopId, identityId }: MessengerThread) =>
  inShop(shopId, async (tx) => (await tx.select().from(identities).where(eq(identities.id, identityId)))[0]);

describe("sending what waits", () => {
  it("goes from the command to the platform by its jobs alone, in order, once", async () => {
    fakeGraph.answers(acceptedSend);
    const thread = await makeMessengerThread();
    const [first] = [await say(thread, "Un"), await say(thread, "Deux"), await say(thread, "Trois 🌸")];
    await runJobs(thread.shopId);
    await send(thread);
    expect(sentTexts()).toEqual(["Un", "Deux", "Trois 🌸"]);
    expect(fakeGraph.requests[0]).toMatchObject({
      method: "POST",
      path: `${thread.pageId}/messages`,
      token: thread.token,
      proven: true,
      body: {
        recipient: { id: thread.psid },
        messaging_type: "RESPONSE",
        message: { text: "Un", metadata: first?.id },
      },
    });
    expect(sentBodies()[1]).toMatchObject({ messaging_type: "UPDATE" });
    expect(await sentIn(thread)).toMatchObject([
      { delivery: "sent", externalId: expect.stringContaining("m_out_"), problem: null, attempts: 1 },
      { delivery: "sent" },
      { delivery: "sent" },
    ]);
  });

  it("sends each message once however many workers try at once", async () => {
    fakeGraph.answers(acceptedSend);
    const thread = await makeMessengerThread();
    for (const body of ["Un", "Deux", "Trois"]) await say(thread, body);
    await Promise.all([send(thread), send(thread), send(thread), send(thread)]);
    await send(thread);
    expect(sentTexts()).toEqual(["Un", "Deux", "Trois"]);
  });

  it("asks the rule again: what is no longer allowed is not sent, and says why", async () => {
    fakeGraph.answers(acceptedSend);
    const late = await makeMessengerThread();
    await say(late);
    await setThread(late, { windowExpiresAt: new Date(Date.now() - MINUTE) });
    const blocked = await makeMessengerThread();
    await say(blocked);
    await inShop(blocked.shopId, (tx) =>
      tx
        .update(contacts)
        .set({ blockedAt: new Date() })
        .where(and(eq(contacts.shopId, blocked.shopId), eq(contacts.id, blocked.contactId))),
    );
    await send(late);
    await send(blocked);
    expect(fakeGraph.requests).toEqual([]);
    expect(await sentIn(late)).toMatchObject([{ delivery: "failed", problem: { key: "outside_window" } }]);
    expect(await sentIn(blocked)).toMatchObject([{ delivery: "failed", problem: { key: "not_allowed_now" } }]);
  });

  it("answers late as a person with the one tag there is, and only where the app may", async () => {
    fakeGraph.answers(acceptedSend);
    const thread = await makeMessengerThread({ humanAgent: true });
    await setThread(thread, {
      windowExpiresAt: new Date(Date.now() - HOUR),
      lastContactAt: new Date(Date.now() - 2 * DAY),
    });
    await say(thread);
    await send(thread);
    expect(sentBodies()).toMatchObject([{ messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" }]);
    const other = await makeMessengerThread();
    await setThread(other, { windowExpiresAt: new Date(Date.now() - HOUR) });
    await expect(say(other)).rejects.toMatchObject({ code: "refused", key: "human_agent_missing" });
  });

  it("addresses the one first message to her login, and refuses another", async () => {
    fakeGraph.answers(acceptedSend);
    const thread = await makeMessengerThread({ loginId: "4242", optedInAt: new Date(Date.now() - HOUR) });
    await say(thread);
    await send(thread);
    expect(sentBodies()).toMatchObject([{ recipient: { login_id: "4242" }, messaging_type: "UPDATE" }]);
    expect(sentBodies()[0]).not.toHaveProperty("tag");
    expect(await identityOf(thread)).toMatchObject({ externalId: "1", firstMessageAt: expect.any(Date) });
    await expect(say(thread)).rejects.toMatchObject({ code: "refused" });
    const silent = await makeMessengerThread({ loginId: "4241", optedInAt: new Date(Date.now() - HOUR) });
    fakeGraph.answers(() => ({ body: { message_id: "m_out_bare" } }));
    await say(silent);
    await expect(say(silent)).rejects.toMatchObject({ key: "first_message_used" });
    await send(silent);
    await expect(say(silent)).rejects.toMatchObject({ key: "first_message_used" });
    const refusing = await makeMessengerThread({ loginId: "4343", optedInAt: new Date(Date.now() - HOUR) });
    await say(refusing);
    fakeGraph.answers(() => graphRefusal(100));
    await send(refusing);
    expect(await say(refusing)).toMatchObject({ delivery: "queued" });
  });
});

it("TEN-01: no job of ours sends, settles or tells anything in another shop's conversation", async () => {
  fakeGraph.answers(acceptedSend);
  const [ours, theirs] = [await makeMessengerThread(), await makeMessengerThread()];
  const { id: messageId } = await say(theirs);
  const ids = { conversationId: theirs.conversationId, messageId };
  await expect(sendQueued(ours.shopId, theirs.conversationId)).rejects.toMatchObject({ code: "not_found" });
  await expect(settleUnconfirmed(ours.shopId, ids)).rejects.toMatchObject({ code: "not_found" });
  for (const action of ["mark_seen", "typing_on", "react"] as const)
    await tellMessenger({ shopId: ours.shopId, ...ids, action });
  expect(fakeGraph.requests).toEqual([]);
  expect(await sentIn(theirs)).toMatchObject([{ delivery: "queued", attempts: 0 }]);
});

describe("WHI-07: a message and its echo are one, whichever comes first", () => {
  const AT = new Date("2026-05-23T12:00:00Z");
  const echo = ({ shopId, channelId, psid }: MessengerThread, mid: string, metadata: string | null) =>
    inShop(shopId, (tx) => settleOwnEcho(tx, { shopId, channelId, psid, mid, metadata, at: AT }));

  it("the echo before the answer", async () => {
    const thread = await makeMessengerThread();
    const { id } = await say(thread);
    fakeGraph.answers(async () => {
      expect(await echo(thread, "m_e1", id)).toBe(true);
      return { body: { message_id: "m_e1" } };
    });
    await send(thread);
    expect(await sentIn(thread)).toMatchObject([{ id, delivery: "sent", externalId: "m_e1", createdAt: AT }]);
  });

  it("the echo after the answer, twice, and one of another app", async () => {
    const thread = await makeMessengerThread();
    const { id } = await say(thread);
    fakeGraph.answers(() => ({ body: { message_id: "m_e2" } }));
    await send(thread);
    for (const metadata of [id, null, id]) expect(await echo(thread, "m_e2", metadata)).toBe(true);
    expect(await sentIn(thread)).toMatchObject([{ id, delivery: "sent", externalId: "m_e2", createdAt: AT }]);
    for (const metadata of [null, "their own words", id]) expect(await echo(thread, "m_other", metadata)).toBe(false);
    expect(await echo(await makeMessengerThread(), "m_e2", id)).toBe(false);
  });

  it("the echo instead of the answer settles a message whose outcome is unknown; without it a member decides", async () => {
    const thread = await makeMessengerThread();
    const { id } = await say(thread, "Un");
    fakeGraph.answers(() => "reset");
    await send(thread);
    await passTime(thread);
    await send(thread);
    expect(fakeGraph.requests).toHaveLength(1);
    expect(await sentIn(thread)).toMatchObject([{ delivery: "unconfirmed", problem: null, attempts: 1 }]);
    await echo(thread, "m_e3", id);
    expect(await sentIn(thread)).toMatchObject([{ delivery: "sent", externalId: "m_e3" }]);

    const second = await say(thread, "Deux");
    await say(thread, "Trois");
    fakeGraph.answers(() => graphRefusal(1, 1_357_046));
    await send(thread);
    expect(sentTexts()).toEqual(["Deux"]);
    await settleUnconfirmed(thread.shopId, { conversationId: thread.conversationId, messageId: id });
    await settleUnconfirmed(thread.shopId, { conversationId: thread.conversationId, messageId: second.id });
    expect(await sentIn(thread)).toMatchObject([
      { delivery: "sent", problem: null },
      { delivery: "unconfirmed", problem: { key: "unconfirmed" } },
      { delivery: "queued" },
    ]);
    fakeGraph.answers(acceptedSend);
    await send(thread);
    expect(sentTexts()).toEqual(["Trois"]);
  });

  it("a worker that died while it sent leaves an unknown outcome, not a second message", async () => {
    const thread = await makeMessengerThread();
    await say(thread, "Un");
    await claimNext(thread.shopId, thread.conversationId);
    await say(thread, "Deux");
    fakeGraph.answers(acceptedSend);
    await send(thread);
    expect(sentTexts()).toEqual([]);
    await passTime(thread);
    await send(thread);
    expect(sentTexts()).toEqual(["Deux"]);
    expect(await sentIn(thread)).toMatchObject([{ delivery: "unconfirmed" }, { delivery: "sent" }]);
  });
});
