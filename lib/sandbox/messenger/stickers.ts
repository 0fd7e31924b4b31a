import { env } from "#lib/core/env";

/** The stickers one can say, by the name of their drawing; `id` is the `sticker_id` on the wire. */
export const STICKERS = [
  { id: "369239263222822", name: "thumb" },
  { id: "369239263222823", name: "heart" },
  { id: "369239263222824", name: "peony" },
  { id: "369239263222825", name: "thanks" },
  { id: "369239263222826", name: "party" },
  { id: "369239263222827", name: "wait" },
] as const;

/** The sticker with this name or `sticker_id`. */
export function findSticker(nameOrId: string): { id: string; url: string } | undefined {
  const found = STICKERS.find(({ id, name }) => id === nameOrId || name === nameOrId);
  return found && { id: found.id, url: `${env().PUBLIC_URL}/sandbox/stickers/${found.name}.svg` };
}
