import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { MemberActor } from "#lib/shops/actor";
import { sendMessage } from "./send-message";
import { STICKERS } from "./stickers";
import { keepUpload } from "./upload-attachment";
import type { MessageView } from "./view-message";

export const SendSticker = z.strictObject({
  conversationId: z.uuid(),
  clientKey: z.uuid(),
  sticker: z.enum(STICKERS),
  /** The message of the conversation that is answered. */
  replyTo: z.uuid().optional(),
});
type SendSticker = z.output<typeof SendSticker>;

/**
 * Queues a sticker as a member's answer, by the same rule as words. It goes as a picture: the platform's own stickers
 * have numbers that only it gives. Called again with the same `clientKey` it answers with the first message.
 */
export async function sendSticker(actor: MemberActor, { sticker, ...input }: SendSticker): Promise<MessageView> {
  const bytes = await readFile(path.join(process.cwd(), "public", "stickers", `${sticker}.png`));
  const drawing = createHash("sha256").update(bytes).digest("hex");
  const copyOf = `sticker:${sticker}:${drawing}`;
  const file = { kind: "sticker", contentType: "image/png", fileName: `${sticker}.png`, bytes, copyOf } as const;
  const { id } = await keepUpload(actor, file);
  return sendMessage(actor, { ...input, body: "", attachmentIds: [id] });
}
