import { me } from "./en/me";
import { myPlace } from "./en/my-place";

/** Texts of the shopper's own place, which no other page downloads. */
export const enMine = { me, myPlace };
