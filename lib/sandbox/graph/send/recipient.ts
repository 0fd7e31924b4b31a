import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { sandboxThreads } from "#db/schema/sandbox-messenger";
import type { Thread } from "../../messenger/threads";
import { FacebookError, objectUnknown, parameterMissing, parameterWrong } from "../facebook-error";
import { objectAt } from "./shape";

const KINDS = [
  "id",
  "login_id",
  "user_ref",
  "phone_number",
  "comment_id",
  "post_id",
  "one_time_notif_token",
  "notification_messages_token",
] as const;

/** Whom a call is for. `login_id` is the app-scoped id of somebody who agreed in the login dialog. */
export type Recipient = { kind: "id" | "login_id"; id: string };

const nobodyFound = () => new FacebookError(100, "(#100) No matching user found", 2018001);

/**
 * Reads `recipient`: exactly one way to name somebody. This platform has no checkbox plugin, no phone numbers, and no
 * posts, so those are refused as the real one refuses what it does not know; retired tokens are refused outright.
 */
export function readRecipient(value: unknown): Recipient {
  if (value === undefined) throw parameterMissing("recipient");
  const recipient = objectAt(value, "recipient");
  const named = KINDS.filter((kind) => recipient[kind] !== undefined);
  const [kind, ...more] = named;
  if (!kind || more.length > 0) throw parameterWrong("Param recipient must name exactly one recipient.");
  const id = recipient[kind];
  if (typeof id !== "string" && typeof id !== "number")
    throw parameterWrong(`Param recipient[${kind}] must be a string`);
  if (kind === "id" || kind === "login_id") return { kind, id: String(id) };
  if (kind === "phone_number")
    throw new FacebookError(
      200,
      "(#200) Cannot message users who are not admins, developers or testers of the app by phone number",
      2018027,
    );
  if (kind === "comment_id" || kind === "post_id") throw objectUnknown(String(id));
  if (kind === "user_ref") throw nobodyFound();
  throw parameterWrong(`Param recipient[${kind}] is no longer supported.`);
}

/** The recipient's thread with the Page, locked. Throws 100/2018001 for somebody the Page does not know. */
export async function findRecipient(tx: Tx, pageId: string, { kind, id }: Recipient): Promise<Thread> {
  const named = kind === "id" ? eq(sandboxThreads.psid, id) : eq(sandboxThreads.personId, id);
  const [thread] = await tx
    .select()
    .from(sandboxThreads)
    .where(and(eq(sandboxThreads.pageId, pageId), named))
    .for("update");
  if (!thread || (kind === "login_id" && !thread.optedInAt)) throw nobodyFound();
  return thread;
}
