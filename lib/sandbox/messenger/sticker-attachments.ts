import { SandboxRefused } from "./refused";
import { findSticker } from "./stickers";

/** From when a sticker is an attachment of its own kind, and from when only that. Source: changelog of 2026-06. */
const STICKER_TYPE_FROM = new Date("2026-06-01T00:00:00Z");
const STICKER_TYPE_ONLY = new Date("2026-08-30T00:00:00Z");

/** A sticker as attachments in the phase of the change-over the clock is in. Refused as absent for an unknown one. */
export function stickerAttachments(nameOrId: string, at: Date): Record<string, unknown>[] {
  const sticker = findSticker(nameOrId);
  if (!sticker) throw new SandboxRefused("absent");
  const payload = { url: sticker.url, sticker_id: Number(sticker.id) };
  return [
    ...(at < STICKER_TYPE_ONLY ? [{ type: "image", payload }] : []),
    ...(at >= STICKER_TYPE_FROM ? [{ type: "sticker", payload }] : []),
  ];
}
