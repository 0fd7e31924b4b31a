import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { messengerUploads } from "#db/schema/messenger";
import { createSavedReply } from "#lib/conversations/create-saved-reply";
import { sendMessage } from "#lib/conversations/send-message";
import { sendSticker } from "#lib/conversations/send-sticker";
import { takeSavedReply } from "#lib/conversations/take-saved-reply";
import { uploadAttachment } from "#lib/conversations/upload-attachment";
import { DAY } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { fakeGraph, graphRefusal } from "../fake-graph-fixture";
import { makeConnectedPage } from "../page-fixture";
import { addThread, type MessengerThread, makeMessengerThread, send, sentIn } from "./messenger-fixture";

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);
const UNKNOWN = [100, 2_018_074] as const;

type Thread = Pick<MessengerThread, "owner" | "shopId" | "conversationId">;

/** A Graph API that numbers uploads from 1; an id in `unknown` is refused. Gives the ids that messages went by. */
function platform(unknown: readonly string[] = []) {
  const [uploads, went]: [string[], string[]] = [[], []];
  fakeGraph.answers(({ path, body }) => {
    if (path.endsWith("/message_attachments")) {
      uploads.push(String(uploads.length + 1));
      return { body: { attachment_id: uploads.at(-1) } };
    }
    const { message } = body as { message: { attachment: { payload: { attachment_id: string } } } };
    const id = message.attachment.payload.attachment_id;
    went.push(id);
    return unknown.includes(id)
      ? graphRefusal(...UNKNOWN)
      : { body: { recipient_id: "1", message_id: `m_${newId()}` } };
  });
  return { uploads, went };
}

async function sticker(the: Thread) {
  await sendSticker(the.owner, { conversationId: the.conversationId, clientKey: newId(), sticker: "peony" });
  await send(the);
}

it("a sticker and a saved reply's file are uploaded once for a Page, whoever gets them, and for another Page anew", async () => {
  const the = await makeMessengerThread();
  const { owner, shopId } = the;
  const another = { owner, shopId, ...(await addThread(shopId, the.channelId)) };
  const { attachment } = await uploadAttachment(owner, { fileName: "a.png", declaredType: "image/png", bytes: PNG });
  const reply = { title: "Horaires", body: "", shared: true, attachmentIds: [attachment.id] };
  const { id: savedReplyId } = await createSavedReply(owner, reply);
  const saved = async ({ conversationId, ...rest }: Thread) => {
    const { files } = await takeSavedReply(owner, { savedReplyId });
    const attachmentIds = files.map(({ id }) => id);
    await sendMessage(owner, { conversationId, clientKey: newId(), body: "", attachmentIds });
    await send({ ...rest, conversationId });
  };
  const { uploads, went } = platform();
  for (const one of [the, another]) {
    await sticker(one);
    await saved(one);
  }
  expect(uploads).toHaveLength(2);
  expect(went).toEqual(["1", "2", "1", "2"]);
  const { channelId } = await makeConnectedPage(owner);
  await sticker({ owner, shopId, ...(await addThread(shopId, channelId)) });
  expect(went.at(-1)).toBe("3");
  const uploadedAt = new Date(Date.now() - 89 * DAY);
  await inShop(shopId, (tx) =>
    tx.update(messengerUploads).set({ uploadedAt }).where(eq(messengerUploads.externalId, "1")),
  );
  for (const one of [the, another]) await sticker(one);
  expect(went.slice(-2), "the platform forgets an id after 90 days").toEqual(["4", "4"]);
});

it("an id that the platform no longer knows is given up, and the file uploaded again, once", async () => {
  const the = await makeMessengerThread();
  platform();
  await sticker(the);
  const again = platform(["1"]);
  again.uploads.push("1");
  await sticker(the);
  await sticker(the);
  expect(again.went).toEqual(["1", "2", "2"]);
  const never = platform(["1", "2"]);
  await sticker(the);
  expect(never.went).toEqual(["2", "1"]);
  expect((await sentIn(the)).map(({ delivery, problem }) => [delivery, problem?.key])).toEqual([
    ...Array(3).fill(["sent", undefined]),
    ["failed", "file_refused"],
  ]);
});
