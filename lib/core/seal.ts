import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { env } from "./env";

const ALGORITHM = "aes-256-gcm";
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals a secret for storage with AES-256-GCM, under the first of `keys` (`id:base64,id:base64`). `context` names the
 * row it belongs to, as in `connections:<id>:token`: it opens there and nowhere else.
 */
export function seal(plaintext: string, context: string, keys = env().ENCRYPTION_KEYS): string {
  const [first] = keyring(keys);
  if (!first) throw new Error("ENCRYPTION_KEYS holds no key.");
  const [id, key] = first;
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([iv, cipher.update(plaintext, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `${id}:${sealed.toString("base64url")}`;
}

/**
 * Opens what `seal` made, with whichever of `keys` sealed it. Throws when that key is gone, when the value was changed,
 * and when `context` is not the one it was sealed for.
 */
export function open(sealed: string, context: string, keys = env().ENCRYPTION_KEYS): string {
  const [id = "", value = ""] = sealed.split(":");
  const key = new Map(keyring(keys)).get(id);
  if (!key) throw new Error(`The key "${id}" that sealed this is not in ENCRYPTION_KEYS: add it after the first one.`);
  const bytes = Buffer.from(value, "base64url");
  const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(-TAG_BYTES)];
  try {
    if (bytes.length < IV_BYTES + TAG_BYTES) throw new Error("too short");
    const decipher = createDecipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(context)).setAuthTag(tag);
    return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
  } catch (cause) {
    throw new Error("A sealed value does not open: it was changed, or it belongs to another row.", { cause });
  }
}

function keyring(keys: string): [id: string, key: Buffer][] {
  return keys.split(",").map((entry) => {
    const [id = "", encoded = ""] = entry.trim().split(":");
    const key = Buffer.from(encoded, "base64");
    if (!id || key.length !== KEY_BYTES) throw new Error(`ENCRYPTION_KEYS: the key "${id}" is not 32 bytes in base64.`);
    return [id, key];
  });
}
