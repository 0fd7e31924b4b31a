import { setTimeout as pause } from "node:timers/promises";
import { type Controls, takeFailure } from "../../messenger/controls";
import type { PageHolder } from "../call";
import { appLimited, FacebookError, rateLimited, tokenDead } from "../facebook-error";
import { SLOW, serverError } from "../fail-calls";
import { LostAnswer } from "../lost-answer";
import { revokeTokens } from "../tokens";
import { personUnavailable, windowClosed } from "./check-window";

const REFUSALS = {
  server_error: serverError,
  rate_limit: rateLimited,
  app_limit: appLimited,
  person_unavailable: personUnavailable,
  window_closed: windowClosed,
  page_restricted: () =>
    new FacebookError(10, "(#10) This Page has been temporarily restricted from sending messages.", 1893063),
} as const;

/** Refuses or delays a send when the sandbox was told to, before anything is done. */
export async function failBefore(holder: PageHolder, controls: Controls): Promise<void> {
  if (await takeFailure("slow", controls)) await pause(SLOW);
  if (await takeFailure("token_revoked", controls)) {
    await revokeTokens(holder.person.id, 460, controls.now);
    throw tokenDead(460);
  }
  for (const kind of [
    "server_error",
    "rate_limit",
    "app_limit",
    "person_unavailable",
    "window_closed",
    "page_restricted",
  ] as const)
    if (await takeFailure(kind, controls)) throw REFUSALS[kind]();
}

/** Takes the answer away when the sandbox was told to, after everything is done. */
export async function failAfter(controls: Controls): Promise<void> {
  if (await takeFailure("lost_answer", controls)) throw new LostAnswer();
  if (await takeFailure("unreadable_answer", controls))
    throw new FacebookError(1, "An unknown error occurred: the reply was not valid JSON", 1357046);
}
