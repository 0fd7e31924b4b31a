import { beforeAll, describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { rowHashes } from "#db/owner-fixture";
import { attachments } from "#db/schema/conversations";
import { startImport } from "#lib/channels/messenger/history/control-import";
import { hookBody, hookSignature, keptWith } from "#lib/channels/messenger/inbound/hook-fixture";
import { storedMessages } from "#lib/connect/visitor-fixture";
import { AppError } from "#lib/core/errors";
import { getFile, putFile } from "#lib/core/files";
import { newId } from "#lib/core/ids";
import { DOORS } from "#lib/http/doors";
import { answerOf } from "#lib/http/route-fixture";
import { type Belongings, CANARY, makeBelongings } from "#lib/orders/belongings-fixture";
import { deliver, post, signatureOf } from "#lib/orders/hook-fixture";
import { sampleOrder, storedOrder } from "#lib/orders/order-fixture";
import { heard } from "#lib/realtime/deaf-hub-fixture";
import { jobsOf, runJob, runJobs, takeJobs } from "./jobs-fixture";

const reactions = DOORS.filter(
  ({ door, isolation }) => isolation === "a job stays in its shop" && !door.startsWith("task "),
).map(({ door }) => door.split(" "));

/** A payload that names another shop's things under every field a reaction may read. */
async function payloadOf({ ids, visitor, shopper, agent, shop }: Belongings) {
  const [message] = await storedMessages(shop.id, ids.conversationId);
  return {
    ...ids,
    messageId: message?.id ?? newId(),
    visitorId: visitor.visitorId,
    identityId: visitor.identityId,
    personId: shopper.id,
    memberId: agent.memberId,
    channelId: visitor.channelId,
    version: 1,
  };
}

describe("TEN-01: a job stays in its shop", () => {
  let ours: Belongings;
  let theirs: Belongings;
  beforeAll(async () => {
    [ours, theirs] = await Promise.all([makeBelongings(), makeBelongings()]);
    for (const { shop } of [theirs, ours]) {
      await runJobs(shop.id);
      await takeJobs(shop.id);
    }
  });

  it.each(reactions)(
    "%s %s, queued for our shop with another's ids, changes and tells nothing of it",
    async (type = "", handler = "") => {
      heard().splice(0);
      const before = await rowHashes(theirs.shop.id);
      const payload = await payloadOf(theirs);
      const refusal = await runJob("react", { type, shopId: ours.shop.id, payload, handler }).catch(
        (error: unknown) => error,
      );
      if (refusal !== undefined) expect(refusal).toBeInstanceOf(AppError);
      expect(await rowHashes(theirs.shop.id)).toEqual(before);
      expect(JSON.stringify(heard())).not.toContain(CANARY);
      expect(heard().filter(({ channel }) => channel === `private-shop-${theirs.shop.id}`)).toEqual([]);
      expect(await jobsOf(theirs.shop.id)).toEqual([]);
    },
  );

  it("an event is fanned out, and shown, for its own shop only", async () => {
    const payload = { contactId: theirs.ids.contactId };
    const event = { type: "contact.changed", shopId: ours.shop.id, payload };
    heard().splice(0);
    await runJob("event", event);
    await runJob("show", event);
    const queued = await jobsOf(ours.shop.id);
    expect(queued.map((job) => job.payload.shopId)).toEqual([ours.shop.id, ours.shop.id]);
    expect(heard().map(({ channel }) => channel)).toEqual([`private-shop-${ours.shop.id}`]);
    expect(await jobsOf(theirs.shop.id)).toEqual([]);
  });

  it("an import, a profile and a template go on in their own shop only, whoever's it is", async () => {
    const view = await startImport(theirs.owner, { channelId: theirs.ids.channelId });
    const before = await rowHashes(theirs.shop.id);
    const waiting = await jobsOf(theirs.shop.id);
    await runJob("importHistory", { shopId: ours.shop.id, importId: view?.id });
    const file = { shopId: ours.shop.id, importId: theirs.ids.importId };
    await runJob("takeImport", { ...file, version: 1 });
    await runJob("forgetImport", file);
    const bulk = { shopId: ours.shop.id, bulkChangeId: theirs.ids.bulkChangeId };
    await runJob("changeBulk", { ...bulk, version: 2 });
    await runJob("forgetBulk", bulk);
    const written = { shopId: ours.shop.id, bulkMessageId: theirs.ids.bulkMessageId };
    await runJob("writeBulkMessage", { ...written, version: 2 });
    await runJob("withdrawBulkMessage", { ...written, version: 2, byMemberId: ours.owner.memberId });
    await runJob("forgetBulkMessage", written);
    await runJob("dissolveTag", { shopId: ours.shop.id, tagId: theirs.ids.tagId });
    await runJob("submitTemplate", { shopId: ours.shop.id, templateId: view?.id });
    await runJob("pushProfile", { shopId: ours.shop.id, channelId: theirs.ids.channelId });
    expect(await rowHashes(theirs.shop.id)).toEqual(before);
    expect(await jobsOf(theirs.shop.id)).toEqual(waiting);
    await takeJobs(theirs.shop.id);
  });

  it("a kept delivery is worked on in the shop of its connection, whatever it says", async () => {
    const order = sampleOrder({ id: newId() });
    const before = await rowHashes(theirs.shop.id);
    await deliver(ours.connection, { event: "order.created", order });
    await runJobs(ours.shop.id);
    expect(await storedOrder(ours.shop.id, order.id)).not.toBeNull();
    expect(await storedOrder(theirs.shop.id, order.id)).toBeNull();
    expect(await rowHashes(theirs.shop.id)).toEqual(before);
    await expect(runJob("receiveInboundEvent", { inboundEventId: newId() })).resolves.toBeUndefined();
  });
});

describe("TEN-01: a job of a file or a profile stays in its shop", () => {
  it("changes and tells nothing of another's, whatever it is queued with", async () => {
    const [ours, theirs] = await Promise.all([makeBelongings(), makeBelongings()]);
    const [message] = await storedMessages(theirs.shop.id, theirs.ids.conversationId);
    const [attachmentId, uploadId, key] = [newId(), newId(), `${theirs.shop.id}/${newId()}`];
    await putFile(key, Buffer.of(1));
    await inShop(theirs.shop.id, (tx) =>
      tx.insert(attachments).values([
        { id: attachmentId, shopId: theirs.shop.id, messageId: message?.id, kind: "image" },
        { id: uploadId, shopId: theirs.shop.id, kind: "image", state: "stored", storageKey: key },
      ]),
    );
    await runJobs(theirs.shop.id);
    const before = await rowHashes(theirs.shop.id);
    heard().splice(0);
    const { id: shopId } = ours.shop;
    await runJob("fetchAttachment", { shopId, attachmentId });
    await runJob("readMessengerProfile", { shopId, identityId: theirs.visitor.identityId });
    await runJob("discardFiles", { shopId, keys: [key, `../${key}`] });
    await runJob("clearUpload", { shopId, attachmentId: uploadId });
    const { channelId, conversationId, memberId } = theirs.ids;
    await runJob("mailPause", { shopId, channelId, memberId });
    await runJob("mailDigest", { shopId, memberId, day: "2026-06-02" });
    await runJob("followHours", { shopId, memberId });
    await runJob("pushNotice", { shopId, conversationId, messageId: message?.id, deviceId: newId() });
    expect(await getFile(key)).toEqual(Buffer.of(1));
    expect(await rowHashes(theirs.shop.id)).toEqual(before);
    expect(heard()).toEqual([]);
  });
});

describe("TEN-01: foreign signature is wrong", () => {
  it("at the other shop's connection, which keeps nothing of it", async () => {
    const [ours, theirs] = await Promise.all([makeBelongings(), makeBelongings()]);
    const before = await rowHashes(theirs.shop.id);
    const raw = JSON.stringify({ event: "order.created", order: sampleOrder() });
    const answer = await post(theirs.connection.id, raw, { signature: signatureOf(ours.connection.secret, raw) });
    expect(answer).toMatchObject({ status: 401 });
    expect(await rowHashes(theirs.shop.id)).toEqual(before);
  });

  it("at Messenger's hook, which keeps nothing of it", async () => {
    const mark = newId();
    const raw = hookBody({ object: "page", entry: [], mark });
    const headers = { "x-hub-signature-256": hookSignature(raw, "another app's secret") };
    const answer = await answerOf("app/api/hooks/messenger/route.ts", "POST", {}, { raw, headers });
    expect(answer).toMatchObject({ status: 401 });
    expect(await keptWith(mark)).toEqual([]);
  });
});
