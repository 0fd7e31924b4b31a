import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { attachments } from "#db/schema/conversations";
import { makeThread, makeVisitor, storedConversations } from "#lib/connect/visitor-fixture";
import { env } from "#lib/core/env";
import { newId } from "#lib/core/ids";
import { callRoute } from "#lib/http/route-fixture";
import { makeShop } from "#lib/shops/shop-fixture";
import { deliverMessage } from "./deliver-message";
import { listVisitorMessages, loadThread } from "./load-thread";
import { DAILY_BYTES, receiveFile } from "./receive-file";
import { receiveMessage } from "./receive-message";
import { sendMessage } from "./send-message";
import { uploadAttachment } from "./upload-attachment";

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4]);
const picture = (more = {}) => ({
  ...{ clientKey: newId(), fileName: "pivoine.png", declaredType: "text/html", bytes: PNG },
  ...more,
});

async function makeChat() {
  const { shop, owner } = await makeShop();
  return { shop, owner, ...(await makeThread(shop)) };
}

const filesOf = (shopId: string) => readdir(join(env().COMPTOIR_DATA, "files", shopId)).catch((): string[] => []);
const get = (fileId: string, slug: string, token: string) =>
  callRoute(
    "app/files/[id]/route.ts",
    "GET",
    { id: fileId },
    { headers: { cookie: `__Host-visitor-${slug}=${token}` } },
  );

it("stores a shopper's picture once however often it is sent, and keeps one copy of it", async () => {
  const { shop, owner, visitor, conversationId } = await makeChat();
  const sent = picture();
  const answers = await Promise.all([1, 2, 3].map(() => receiveFile(visitor, sent)));
  expect(new Set(answers.map(({ message }) => message.id)).size).toBe(1);
  expect(answers[0]?.message).toMatchObject({
    ...{ author: "contact", body: "", clientKey: sent.clientKey },
    attachments: [{ kind: "image", contentType: "image/png", fileName: "pivoine.png", bytes: PNG.length }],
  });
  expect(await filesOf(shop.id)).toHaveLength(1);
  const { row, messages } = await loadThread(owner, { conversationId });
  expect(row.unread).toBe(2);
  expect(messages.at(-1)).toMatchObject({ seq: 2, attachments: [{ kind: "image" }] });
});

it("XSS-03: knows a file by its bytes, refuses what nobody can tell, and keeps nothing of what it refuses", async () => {
  const { shop, visitor } = await makeChat();
  const html = Buffer.from("<script>__xss(3)</script>");
  const svg = picture({ declaredType: "image/png", fileName: 'a"><b>.png', bytes: html });
  const { message } = await receiveFile(visitor, svg);
  expect(message.attachments).toMatchObject([{ kind: "file", contentType: "text/plain" }]);
  const answer = await get(message.attachments[0]?.id ?? "", shop.slug, visitor.token);
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment;/);
  expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  await expect(receiveFile(visitor, picture({ bytes: Buffer.from([0, 1, 2, 3, 255]) }))).rejects.toThrow(
    "attachment_type",
  );
  await expect(receiveFile(visitor, picture({ bytes: Buffer.alloc(26 * 1024 * 1024) }))).rejects.toThrow("too_large");
  expect(await filesOf(shop.id)).toHaveLength(1);
});

it("takes no more in a day than one conversation may hold", async () => {
  const { shop, visitor } = await makeChat();
  await receiveFile(visitor, picture());
  await inShop(shop.id, (tx) => tx.update(attachments).set({ bytes: DAILY_BYTES }));
  await expect(receiveFile(visitor, picture())).rejects.toThrow("files_today");
  expect(await filesOf(shop.id)).toHaveLength(1);
});

it("TEN-04: gives a file to the visitor of its own conversation and to no other of the shop", async () => {
  const { shop, visitor } = await makeChat();
  const other = await makeVisitor(shop);
  const { message } = await receiveFile(visitor, picture());
  const id = message.attachments[0]?.id ?? "";
  expect((await get(id, shop.slug, visitor.token)).status).toBe(200);
  const foreign = await get(id, shop.slug, other.token);
  const absent = await get(newId(), shop.slug, other.token);
  expect([foreign.status, await foreign.text()]).toEqual([404, await absent.text()]);
});

it("shows a member's files and the answers to tap once they are sent, and what she tapped", async () => {
  const { shop, owner, visitor, conversationId } = await makeChat();
  const upload = { fileName: "carte.png", declaredType: "image/png", bytes: PNG };
  const { attachment } = await uploadAttachment(owner, upload);
  const quickReplies = [{ title: "Oui merci", payload: "card:yes" }];
  const sent = await sendMessage(owner, {
    ...{ conversationId, clientKey: newId(), body: "Avec une carte ?" },
    ...{ attachmentIds: [attachment.id], quickReplies },
  });
  const last = async () => (await listVisitorMessages(visitor, {})).messages.at(-1);
  expect(await last()).toMatchObject({ kind: "event", attachments: [], quickReplies: [] });
  expect((await get(attachment.id, shop.slug, visitor.token)).status).toBe(404);
  await deliverMessage(shop.id, { conversationId, messageId: sent.id });
  expect(await last()).toMatchObject({ attachments: [{ fileName: "carte.png" }], quickReplies: ["Oui merci"] });
  expect((await get(attachment.id, shop.slug, visitor.token)).status).toBe(200);

  await receiveMessage(visitor, { clientKey: newId(), body: "Oui merci", tapped: sent.id });
  await receiveMessage(visitor, { clientKey: newId(), body: "Autre chose", tapped: sent.id });
  await receiveMessage(visitor, { clientKey: newId(), body: "x", sticker: "coeur" });
  const { messages } = await loadThread(owner, { conversationId });
  expect(messages.slice(-3)).toMatchObject([
    { body: "Oui merci", payload: { tapped: { way: "quick_reply", payload: "card:yes" } } },
    { body: "Autre chose", payload: null },
    { body: "Un cœur", payload: { sticker: "coeur" } },
  ]);
  expect((await storedConversations(visitor))[0]).toMatchObject({ unread: 3 });
});
