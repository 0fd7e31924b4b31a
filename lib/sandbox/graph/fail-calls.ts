import { setTimeout as pause } from "node:timers/promises";
import { takeFailure } from "../messenger/controls";
import type { FailingArea, Failure, OF_ANY_CALL } from "../messenger/failures";
import type { Call } from "./call";
import { appLimited, FacebookError, rateLimited, tokenDead } from "./facebook-error";
import { LostAnswer } from "./lost-answer";
import { revokeTokens } from "./tokens";

/** How long a slow answer takes, in milliseconds. */
export const SLOW = 3_000;

export const serverError = () => new FacebookError(2, "Service temporarily unavailable");

/** What makes and checks tokens never fails on purpose: without it no test could tell a failure from no connection. */
const NEVER = /^(oauth\/access_token|debug_token)$/;

/** Of which area a call is; null for a send, which has failures of its own, and for writes of settings. */
export function areaOf({ method, path }: Pick<Call, "method" | "path">): FailingArea | null {
  if (path.endsWith("/messenger_profile")) return "profile";
  if (path.endsWith("/message_attachments")) return "upload";
  return method === "GET" && path !== "" && !NEVER.test(path) ? "read" : null;
}

type Kind = (typeof OF_ANY_CALL)[number];

/** Answers a call, after what the sandbox was told to do wrong before it, and takes the answer away where it was told to. */
export async function orFail(call: Call, run: () => Promise<unknown>): Promise<unknown> {
  const area = areaOf(call);
  if (!area) return run();
  const takes = (kind: Kind) => takeFailure(`${area}.${kind}` satisfies Failure, call.controls);
  if (await takes("slow")) await pause(SLOW);
  if (await takes("token_revoked")) {
    const holder = await call.holder();
    if (holder.kind !== "app") await revokeTokens(holder.person.id, 460, call.controls.now);
    throw tokenDead(460);
  }
  if (await takes("server_error")) throw serverError();
  if (await takes("rate_limit")) throw rateLimited();
  if (await takes("app_limit")) throw appLimited();
  const answer = await run();
  if (await takes("lost_answer")) throw new LostAnswer();
  return answer;
}
