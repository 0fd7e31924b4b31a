import { createHmac } from "node:crypto";

export type TestKey = { kid: string; secret: string };

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A token as a shop's server would sign it; `head` and `claims` replace what is usual. */
export function signToken({ kid, secret }: TestKey, shop: string, claims: object = {}, head: object = {}): string {
  const now = Math.floor(Date.now() / 1_000);
  const signed = [
    part({ alg: "HS256", typ: "JWT", kid, ...head }),
    part({ aud: shop, sub: "42", iat: now, exp: now + 600, ...claims }),
  ].join(".");
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}
