import { stickerAttachments } from "../../messenger/sticker-attachments";
import { findSticker } from "../../messenger/stickers";
import { mayUse, type PageHolder } from "../call";
import { parameterWrong, permissionMissing } from "../facebook-error";
import { readUtility } from "./check-utility";
import { openMediaTemplate, shownMedia, takeMedia } from "./media";
import type { Content } from "./read-message";
import type { Json } from "./shape";

/** A message as the platform keeps it, and the id of what was uploaded to be used again. */
export type Prepared = { body: Json; attachmentId: string | null };

/** Fetches, keeps and fills in what a message shows. Throws 100 and 200. */
export async function prepareContent(
  content: Content,
  holder: PageHolder,
  file: File | undefined,
  at: Date,
): Promise<Prepared> {
  const { pageId } = holder;
  const plain = (body: Json): Prepared => ({ body, attachmentId: null });
  switch (content.kind) {
    case "text":
      return plain({ text: content.text });
    case "sticker":
      return plain({ attachments: stickerOf(content.stickerId, at) });
    case "template": {
      const payload = content.type === "media" ? await openMediaTemplate(pageId, content.payload) : content.payload;
      return plain({ attachments: [{ type: "template", payload }] });
    }
    case "utility":
      if (!mayUse(holder, "page_utility_messaging")) throw permissionMissing("page_utility_messaging");
      return plain(await readUtility(pageId, content.template, at));
    case "media": {
      const media = [];
      for (const [place, one] of content.attachments.entries())
        media.push(await takeMedia(pageId, one, `message[attachments][${place}]`, place === 0 ? file : undefined));
      const kept = media.find(({ reusable }) => reusable);
      return { body: { attachments: shownMedia(media) }, attachmentId: kept?.fileId ?? null };
    }
  }
}

function stickerOf(stickerId: string, at: Date): Json[] {
  if (!findSticker(stickerId)) throw parameterWrong("Param message[sticker_id] is not a sticker.");
  return stickerAttachments(stickerId, at);
}
