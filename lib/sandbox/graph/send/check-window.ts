import { DAY } from "#lib/core/clock";
import { isHeldElsewhere } from "../../messenger/queue-webhook";
import type { Thread } from "../../messenger/threads";
import { FacebookError, parameterWrong } from "../facebook-error";
import type { Recipient } from "./recipient";
import { wordAt } from "./shape";

/** How long a person of the Page may answer with HUMAN_AGENT, in milliseconds after the last message of hers. */
const HUMAN_AGENT_FOR = 7 * DAY;
/** How long after the opt-in of Login Connect the one first message may go, in milliseconds. */
const FIRST_MESSAGE_FOR = DAY;
/** Since then these tags are no parameter any more. Source: changelog. */
const RETIRED_ON = new Date("2026-04-27T00:00:00Z");
const RETIRED_TAGS = ["CONFIRMED_EVENT_UPDATE", "POST_PURCHASE_UPDATE", "ACCOUNT_UPDATE"];
const TYPES = ["RESPONSE", "UPDATE", "MESSAGE_TAG", "UTILITY"] as const;

export const windowClosed = () =>
  new FacebookError(10, "(#10) This message is sent outside of allowed window.", 2018278);
export const heldElsewhere = () =>
  new FacebookError(10, "(#10) Message failed to send because another app is controlling this thread now.", 2018300);
export const personUnavailable = () => new FacebookError(551, "(#551) This person isn't available right now.", 1545041);

/** How a message is meant: what `messaging_type` and `tag` say together. */
export type Meaning = { type: (typeof TYPES)[number]; tag: string | null };

/** Reads them. A missing type is taken for RESPONSE, with a tag for MESSAGE_TAG. Throws 100, for retired tags too. */
export function readMeaning(type: unknown, tag: unknown, template: string | null, at: Date): Meaning {
  const given = type === undefined ? (tag === undefined ? "RESPONSE" : "MESSAGE_TAG") : type;
  const read = wordAt(given, "messaging_type", TYPES);
  if (read !== "MESSAGE_TAG") {
    if (tag !== undefined) throw parameterWrong("Param tag is only allowed with messaging_type MESSAGE_TAG.");
    return { type: read, tag: null };
  }
  const living = ["HUMAN_AGENT", ...(template === "customer_feedback" ? ["CUSTOMER_FEEDBACK"] : [])];
  if (typeof tag === "string" && RETIRED_TAGS.includes(tag) && at < RETIRED_ON) return { type: read, tag };
  if (typeof tag !== "string" || !living.includes(tag)) throw new FacebookError(100, "(#100) Invalid parameter");
  return { type: read, tag };
}

const within = (since: Date | null, length: number, at: Date) =>
  since !== null && at.getTime() - since.getTime() < length;

/** Whether the message may go now, by the sandbox's own clock. Throws 551/1545041, 10/2018300, 10/2018278. */
export function checkWindow(thread: Thread, { kind }: Recipient, meaning: Meaning, at: Date): void {
  if (thread.blockedAt) throw personUnavailable();
  if (isHeldElsewhere(thread, at)) throw heldElsewhere();
  const open = thread.windowExpiresAt !== null && thread.windowExpiresAt > at;
  if (open) return;
  if (kind === "login_id") {
    if (meaning.type === "UTILITY") return;
    if (meaning.tag !== null || thread.loginMessageAt || !within(thread.optedInAt, FIRST_MESSAGE_FOR, at))
      throw windowClosed();
    return;
  }
  if (meaning.type === "UTILITY") return;
  if (meaning.tag !== null && RETIRED_TAGS.includes(meaning.tag)) return;
  if (meaning.tag !== null && within(thread.lastPersonAt, HUMAN_AGENT_FOR, at)) return;
  throw windowClosed();
}
