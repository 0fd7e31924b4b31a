import type { enImports } from "./en-imports";
import { importing } from "./fr/importing";

/** Texts of the pages that bring a file in, which no other page downloads, in French. */
export const frImports: typeof enImports = { importing };
