import { database } from "#db/client";
import { sandboxTokens } from "#db/schema/sandbox";
import { hashToken, newToken } from "#lib/core/ids";
import { readControls } from "../messenger/controls";
import type { GivenToken } from "./dialog-answer";
import type { DialogRequest } from "./dialog-request";
import { DATA_ACCESS_LIFE } from "./exchange-code";
import type { Grant } from "./grant";

/** Life of a token that a browser is given, in seconds: one to two hours. Source: Messenger reference §1.3. */
const SHORT_LIFE = 5_400;

/** Makes the token of a login without a server: short-lived; only its hash is kept. */
export async function issueToken(request: DialogRequest, personId: string, grant: Grant): Promise<GivenToken> {
  const token = `EAA${newToken()}`;
  const { scopes, declined, targets } = grant;
  const { now: issuedAt } = await readControls();
  const dataAccessExpiresAt = new Date(issuedAt.getTime() + DATA_ACCESS_LIFE);
  await database()
    .insert(sandboxTokens)
    .values({
      ...{ tokenHash: hashToken(token), clientId: request.clientId, personId },
      ...{ scopes, declined, targets, issuedAt, dataAccessExpiresAt },
      expiresAt: new Date(issuedAt.getTime() + SHORT_LIFE * 1_000),
    });
  const until = Math.floor(dataAccessExpiresAt.getTime() / 1_000);
  return { access_token: token, expires_in: SHORT_LIFE, data_access_expiration_time: until };
}
