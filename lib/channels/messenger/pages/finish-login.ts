import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { inShop } from "#db/in-shop";
import { facebookLoginRequests, facebookLogins } from "#db/schema/messenger";
import { now } from "#lib/core/clock";
import { hashToken, newId } from "#lib/core/ids";
import { log } from "#lib/core/log";
import { open, seal } from "#lib/core/seal";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { GraphError } from "../graph";
import { readToken, tokenForCode } from "./graph-tokens";
import { mendAfterLogin } from "./mend-after-login";
import { loginRedirect } from "./start-login";

/** How a login ended; each has a sentence in the catalogue `messengerSettings.logins`. */
export const LOGIN_ENDS = ["done", "refused", "expired", "state", "failed"] as const;
export type LoginEnd = (typeof LOGIN_ENDS)[number];

/** What Facebook adds to the address: a code, or the reason why there is none. */
export const LoginAnswer = z.object({
  state: z.string().max(200),
  code: z.string().min(1).max(4_000).optional(),
  error: z.string().max(200).optional(),
});
export type LoginAnswer = z.output<typeof LoginAnswer>;

/** Codes that ended before they came back. Source: Messenger reference §1.2. */
const ENDED_CODE = new Set([36_007, 36_009]);

/** The shop a state was made for; its secret part is checked by `finishLogin`. */
export const shopOfState = (state: string): string | null => /^([a-z0-9-]{1,64})\.[\w-]{43}$/.exec(state)?.[1] ?? null;

/**
 * Ends a login: takes its state, which works once and only for the session that began it, exchanges the code for a
 * long-lived token and keeps it sealed in place of the member's earlier one. Refusals are answers, never thrown.
 */
export async function finishLogin(actor: MemberActor, answer: LoginAnswer): Promise<LoginEnd> {
  requireRole(actor, "admin");
  const request = await takeRequest(actor, answer.state);
  if (request === "state" || request === "expired") return request;
  if (answer.error || !answer.code) return answer.error === "access_denied" ? "refused" : "failed";
  try {
    const token = await tokenForCode(answer.code, request.verifier, loginRedirect());
    const facts = await readToken(token);
    if (!facts.valid || !facts.userId) return "failed";
    await keepLogin(actor, token, { ...facts, userId: facts.userId });
    await mendAfterLogin(actor, token, facts.userId);
    return "done";
  } catch (error) {
    if (!(error instanceof GraphError || error instanceof z.ZodError)) throw error;
    if (error instanceof GraphError && error.subcode !== null && ENDED_CODE.has(error.subcode)) return "expired";
    log.warn({ err: error }, "a Facebook login could not be finished");
    return "failed";
  }
}

async function takeRequest(actor: MemberActor, state: string): Promise<{ verifier: string } | "state" | "expired"> {
  const stateHash = hashToken(state);
  const [taken] = await inShop(actor.shopId, (tx) =>
    tx
      .delete(facebookLoginRequests)
      .where(
        and(
          eq(facebookLoginRequests.shopId, actor.shopId),
          eq(facebookLoginRequests.stateHash, stateHash),
          eq(facebookLoginRequests.memberId, actor.memberId),
          eq(facebookLoginRequests.sessionId, actor.sessionId),
        ),
      )
      .returning(),
  );
  if (!taken) return "state";
  if (taken.expiresAt < now()) return "expired";
  return { verifier: open(taken.sealedVerifier, `facebook_login_requests:${stateHash}`) };
}

type Kept = { userId: string; scopes: string[]; expiresAt: Date | null };

async function keepLogin(actor: MemberActor, token: string, facts: Kept): Promise<void> {
  const id = newId();
  const mine = and(eq(facebookLogins.shopId, actor.shopId), eq(facebookLogins.memberId, actor.memberId));
  await inShop(actor.shopId, async (tx) => {
    await tx.delete(facebookLogins).where(mine);
    await tx.insert(facebookLogins).values({
      id,
      shopId: actor.shopId,
      memberId: actor.memberId,
      facebookUserId: facts.userId,
      sealedToken: seal(token, `facebook_logins:${id}`),
      scopes: facts.scopes,
      expiresAt: facts.expiresAt,
    });
  });
}
