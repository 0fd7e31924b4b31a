import { lt } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { sandboxCodes } from "#db/schema/sandbox";
import { HOUR, MINUTE, now } from "#lib/core/clock";
import { hashToken, newToken } from "#lib/core/ids";
import type { DialogRequest } from "./dialog-request";
import type { Grant } from "./grant";

/** How long a code may be exchanged, in milliseconds. */
const CODE_LIFE = MINUTE;

/**
 * Makes the code that says "this person agreed", to what was asked unless `grant` says to what; only its hash is kept.
 * Codes an hour past their end are cleared.
 */
export async function authorizeCode(request: DialogRequest, personId: string, grant?: Grant): Promise<string> {
  const code = `AQ${newToken()}`;
  const at = now().getTime();
  const { scopes, declined, targets } = grant ?? { scopes: request.scopes, declined: [], targets: {} };
  await outsideShops(async (tx) => {
    await tx.delete(sandboxCodes).where(lt(sandboxCodes.expiresAt, new Date(at - HOUR)));
    await tx.insert(sandboxCodes).values({
      codeHash: hashToken(code),
      clientId: request.clientId,
      redirectUri: request.redirectUri,
      personId,
      scopes,
      declined,
      targets,
      codeChallenge: request.codeChallenge ?? null,
      expiresAt: new Date(at + CODE_LIFE),
    });
  });
  return code;
}
