import { type SQL, sql } from "drizzle-orm";
import { JOINED_OTHERWISE } from "./continue-as";

/**
 * Hers by her own sign-in, or because she wrote there herself. What somebody else said to be hers is never shown to
 * her: it may be another person's.
 */
export const OWN_CHAT: SQL = sql`(${JOINED_OTHERWISE}) is not true`;
