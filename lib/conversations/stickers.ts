/** The stickers a member can send; each is a picture of that name in `public/stickers`. */
export const STICKERS = ["thumb", "heart", "peony", "thanks", "party", "wait"] as const;
export type StickerName = (typeof STICKERS)[number];
