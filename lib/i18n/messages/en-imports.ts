import { importing } from "./en/importing";

/** Texts of the pages that bring a file in, which no other page downloads. */
export const enImports = { importing };
