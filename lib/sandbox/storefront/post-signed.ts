import { createHmac } from "node:crypto";
import { env } from "#lib/core/env";
import { guardedFetch } from "#lib/core/outbound";
import { open } from "#lib/core/seal";

/** How long Comptoir may take to answer, in milliseconds: a customer waits for the immediate try. */
const PATIENCE = 3_000;

type Storefront = { shopSlug: string; connectionId: string; sealedSecret: string };

/** `x-comptoir-signature` of a body: hex HMAC-SHA256 of its bytes with the connection's secret. */
function signBody(body: string, secret: string): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

/** Posts news to Comptoir, signed, under the id of its delivery. Throws when Comptoir did not answer 200. */
export async function postSigned(storefront: Storefront, news: object, delivery: string): Promise<void> {
  const { shopSlug, connectionId, sealedSecret } = storefront;
  const body = JSON.stringify(news);
  const answer = await guardedFetch(`${env().PUBLIC_URL}/api/hooks/storefront/${connectionId}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-comptoir-signature": signBody(body, open(sealedSecret, `sandbox_storefronts:${shopSlug}`)),
      "x-comptoir-delivery": delivery,
    },
    body,
    timeoutMs: PATIENCE,
  });
  if (answer.status !== 200) throw new Error(`Comptoir did not take the news in: HTTP ${answer.status}.`);
}
