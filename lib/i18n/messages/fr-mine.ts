import type { enMine } from "./en-mine";
import { me } from "./fr/me";
import { myPlace } from "./fr/my-place";

/** Texts of the shopper's own place, in French. */
export const frMine: typeof enMine = { me, myPlace };
