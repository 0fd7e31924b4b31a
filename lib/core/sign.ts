import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from "node:crypto";
import { canonicalJson } from "./canonical-json";
import { env } from "./env";

/** What stands before the 32 bytes of an Ed25519 private key in PKCS #8. Source: RFC 8410, §7. */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
const KEY_ID_LENGTH = 12;

/** A public key as it is published. Source: RFC 8037 (OKP) and RFC 7638 (the thumbprint its id is cut from). */
export type PublicKey = { kty: "OKP"; crv: "Ed25519"; x: string; kid: string };

type Signable = Parameters<typeof canonicalJson>[0];
/** Something said, with the signature over its canonical JSON (RFC 8785) and the key that made it. */
export type Signed<T> = { said: T; key: string; signature: string };

function privateKey(secret: string): KeyObject {
  const seed = Buffer.from(hkdfSync("sha256", secret, "", "ed25519", 32));
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: "der", type: "pkcs8" });
}

/** The key by which anybody can check what this installation signed, without asking it again. */
export function publicKey(secret = env().LEDGER_KEY): PublicKey {
  const { x = "" } = createPublicKey(privateKey(secret)).export({ format: "jwk" });
  const thumbprint = createHash("sha256")
    .update(canonicalJson({ crv: "Ed25519", kty: "OKP", x }))
    .digest("base64url");
  return { kty: "OKP", crv: "Ed25519", x, kid: thumbprint.slice(0, KEY_ID_LENGTH) };
}

/** Signs with Ed25519. */
export function signed<T extends Signable>(said: T, secret = env().LEDGER_KEY): Signed<T> {
  const signature = sign(null, Buffer.from(canonicalJson(said)), privateKey(secret)).toString("base64url");
  return { said, key: publicKey(secret).kid, signature };
}

/** Whether this was said under the key, to the letter. */
export function isSigned({ said, signature }: Signed<Signable>, { kty, crv, x }: PublicKey): boolean {
  const key = createPublicKey({ key: { kty, crv, x }, format: "jwk" });
  return verify(null, Buffer.from(canonicalJson(said)), key, Buffer.from(signature, "base64url"));
}
