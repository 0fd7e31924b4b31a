import { createECDH, createHmac } from "node:crypto";

/** By which push services know this server (RFC 8292): a key pair of P-256 in base64url, and whom to write to. */
export type VapidSettings = { publicKey: string; privateKey: string; subject: string };

type Given = { VAPID_PUBLIC_KEY?: string | undefined; VAPID_PRIVATE_KEY?: string | undefined };

/**
 * The key pair of the settings, else one derived from the secret: the same in every process, and another one as soon as
 * the secret is, when browsers have to allow notices anew. Throws an Error that names the variables when one is missing.
 */
export function vapidOf(given: Given, authSecret: string, subject: string): VapidSettings {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = given;
  if (publicKey && privateKey) return { publicKey, privateKey, subject };
  if (publicKey || privateKey)
    throw new Error("VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY go together: set both, or neither.");
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(createHmac("sha256", authSecret).update("web push").digest());
  return { publicKey: pair.getPublicKey("base64url"), privateKey: pair.getPrivateKey("base64url"), subject };
}
