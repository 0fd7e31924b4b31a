import { eq } from "drizzle-orm";
import { sandboxFiles, sandboxMessages } from "#db/schema/sandbox-messenger";
import { fileUrl } from "./files";
import { asPerson, type PersonAct, tell, touch } from "./person-act";
import { newMid } from "./platform-ids";
import { SandboxRefused } from "./refused";
import { stickerAttachments } from "./sticker-attachments";
import { AD_WINDOW, type WhoseThread } from "./threads";

/** An ad that led the person here; her first message then opens the longer window. */
export type Ad = { id: string; title: string };

export type Said = WhoseThread & {
  message: {
    text?: string | undefined;
    /** A file kept with `keepFile`, several pictures at once too. */
    attachment?: { fileId: string } | undefined;
    attachments?: { fileId: string }[] | undefined;
    /** The payload of the quick reply she tapped; `text` is then its title. */
    quickReply?: string | undefined;
    /** A name or id of `STICKERS`. */
    stickerId?: string | undefined;
    /** A place on the map, in degrees. */
    location?: { lat: number; long: number; title: string } | undefined;
    /** The mid she answers to. */
    replyTo?: string | undefined;
  };
  /** The `ref` of the m.me link that led here. */
  ref?: string | undefined;
  ad?: Ad | undefined;
};

/**
 * Says something to a Page as a person and answers its mid. It opens the window; a `ref` or an ad rides in the first
 * message of a new thread. Throws `SandboxRefused` when she is offline, blocks the Page, or says nothing.
 */
export async function sayAsPerson(said: Said): Promise<{ mid: string }> {
  return asPerson(said, async (act) => {
    const body = await contentOf(act, said);
    const mid = newMid();
    const { tx, controls, thread } = act;
    const replyTo = said.message.replyTo ?? null;
    const isNew = thread.lastPersonAt === null;
    const referral = referralOf(said.ref ?? thread.pendingRef, said.ad, isNew);
    await tx
      .insert(sandboxMessages)
      .values({ mid, threadId: thread.id, sender: "person", body, replyTo, at: controls.now });
    const seen = { lastPersonAt: controls.now, pendingRef: null, readAt: controls.now, typingUntil: null };
    await touch(act, seen, said.ad ? AD_WINDOW : undefined);
    const message = { mid, ...body, ...(replyTo ? { reply_to: { mid: replyTo } } : {}), ...referral };
    await tell(act, "messages", { message });
    return { mid };
  });
}

function referralOf(ref: string | null, ad: Ad | undefined, isNew: boolean): Record<string, unknown> {
  if (ad)
    return {
      referral: {
        ...(ref ? { ref } : {}),
        source: "ADS",
        type: "OPEN_THREAD",
        ad_id: ad.id,
        ads_context_data: { ad_title: ad.title },
      },
    };
  return ref && isNew ? { referral: { ref, source: "SHORTLINK", type: "OPEN_THREAD" } } : {};
}

async function contentOf({ tx, controls }: PersonAct, { message }: Said): Promise<Record<string, unknown>> {
  const { text, quickReply, stickerId, location } = message;
  if (location) return { attachments: [locationAttachment(location)] };
  if (stickerId !== undefined) return { attachments: stickerAttachments(stickerId, controls.now) };
  const files = message.attachments ?? (message.attachment ? [message.attachment] : []);
  const attachments = [];
  for (const { fileId } of files) {
    const [file] = await tx.select({ kind: sandboxFiles.kind }).from(sandboxFiles).where(eq(sandboxFiles.id, fileId));
    if (!file) throw new SandboxRefused("absent");
    attachments.push({ type: file.kind, payload: { url: fileUrl(fileId) } });
  }
  if (!text && attachments.length === 0) throw new SandboxRefused("empty");
  return {
    ...(text ? { text } : {}),
    ...(quickReply === undefined ? {} : { quick_reply: { payload: quickReply } }),
    ...(attachments.length > 0 ? { attachments } : {}),
  };
}

/** As the platform told a place while it could be sent. Source: messenger-platform.md §2.5 and the fixtures of messenger4j. */
function locationAttachment({ lat, long, title }: NonNullable<Said["message"]["location"]>): Record<string, unknown> {
  const url = `https://www.facebook.com/l.php?u=${encodeURIComponent(`https://www.bing.com/maps?where1=${lat},${long}`)}`;
  return { type: "location", title, url, payload: { coordinates: { lat, long } } };
}
