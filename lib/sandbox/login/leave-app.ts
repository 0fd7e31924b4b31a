import { createHmac } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { sandboxGrants, sandboxPageRoles, sandboxPageSubscriptions } from "#db/schema/sandbox-messenger";
import { env } from "#lib/core/env";
import { guardedFetch } from "#lib/core/outbound";
import { parseJson } from "#lib/core/parse-json";
import { revokeTokens } from "../graph/tokens";
import { sandboxNow } from "../messenger/controls";
import { recordWire } from "../messenger/wire";
import { registeredCallbacks } from "./registered-app";

/** `signed_request` for a person: the signature of the encoded part, a dot, and that part. Source: §1.6. */
function signedRequest(personId: string, at: Date): string {
  const issuedAt = Math.floor(at.getTime() / 1_000);
  const content = { algorithm: "HMAC-SHA256", issued_at: issuedAt, user_id: personId };
  const encoded = Buffer.from(JSON.stringify(content)).toString("base64url");
  const signature = createHmac("sha256", env().FACEBOOK.clientSecret).update(encoded).digest("base64url");
  return `${signature}.${encoded}`;
}

async function call(kind: "deauthorize" | "deletion", personId: string) {
  const at = await sandboxNow();
  const address = registeredCallbacks()[kind];
  const answer = await guardedFetch(address, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ signed_request: signedRequest(personId, at) }).toString(),
  }).catch(() => null);
  const row = { kind, about: null, who: null, check: "signature_ok", status: answer?.status ?? 0, code: null } as const;
  await recordWire({ at, way: "in", method: "POST", path: new URL(address).pathname, ...row });
  return answer;
}

/**
 * Takes the app out of a person's settings: her tokens die with 190/458, her Pages are no longer listened to, and the
 * app is told at its deauthorize address.
 */
export async function removeApp(personId: string): Promise<void> {
  await revokeTokens(personId, 458, await sandboxNow());
  await outsideShops(async (tx) => {
    const hers = tx
      .select({ pageId: sandboxPageRoles.pageId })
      .from(sandboxPageRoles)
      .where(eq(sandboxPageRoles.personId, personId));
    await tx.delete(sandboxPageSubscriptions).where(inArray(sandboxPageSubscriptions.pageId, hers));
    await tx.delete(sandboxGrants).where(eq(sandboxGrants.personId, personId));
  });
  await call("deauthorize", personId);
}

/** Asks the app to delete what it has of a person. Answers where she can see what became of it, null when refused. */
export async function askDeletion(personId: string): Promise<{ url: string; code: string } | null> {
  const answer = await call("deletion", personId);
  if (answer?.status !== 200) return null;
  const given = parseJson(answer.body) as { url?: unknown; confirmation_code?: unknown };
  const { url, confirmation_code: code } = given;
  return typeof url === "string" && typeof code === "string" ? { url, code } : null;
}

/** Changes a person's password: every token she gave dies with 190/460, and nobody is told. */
export async function changePassword(personId: string): Promise<void> {
  await revokeTokens(personId, 460, await sandboxNow());
}
