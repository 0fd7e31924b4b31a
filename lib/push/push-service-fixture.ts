import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import type { PushNotice, PushTarget } from "./send-push";

/** A browser at the service: what it gives to be told, and what it has been shown since. */
export type TestBrowser = PushTarget & { shown: PushNotice[] };

/** A push service on this machine whose browsers read what they get by RFC 8291 alone; `status` is what it answers. */
export async function startPushService() {
  const service = { origin: "", status: 201, asked: [] as IncomingMessage[], stop: async () => {} };
  const readers = new Map<string, (body: Buffer) => void>();
  const server = createServer((request, response) => {
    service.asked.push(request);
    buffer(request)
      .then((body) => {
        if (service.status < 300) readers.get(request.url ?? "")?.(body);
        response.writeHead(service.status).end();
      })
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  service.origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  service.stop = async () => void server.close();

  /** A browser that was allowed to show notices. */
  function newBrowser(): TestBrowser {
    const [keys, secret] = [createECDH("prime256v1"), randomBytes(16)];
    keys.generateKeys();
    const path = `/push/${randomBytes(8).toString("hex")}`;
    const shown: PushNotice[] = [];
    readers.set(path, (body) => shown.push(JSON.parse(decrypt(body, keys, secret))));
    const [p256dh, auth] = [keys.getPublicKey("base64url"), secret.toString("base64url")];
    return { endpoint: `${service.origin}${path}`, p256dh, auth, shown };
  }
  return Object.assign(service, { newBrowser });
}

const derive = (secret: Buffer, salt: Buffer, info: Buffer, length: number) =>
  Buffer.from(hkdfSync("sha256", secret, salt, info, length));

/** RFC 8291 §3.4 and RFC 8188 §2.1, for one record. */
function decrypt(body: Buffer, keys: ReturnType<typeof createECDH>, secret: Buffer): string {
  const [salt, sender] = [body.subarray(0, 16), body.subarray(21, 21 + 65)];
  const shared = keys.computeSecret(sender);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), keys.getPublicKey(), sender]);
  const key = derive(shared, secret, info, 32);
  const bits = derive(key, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = derive(key, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  const sealed = body.subarray(21 + 65);
  const opening = createDecipheriv("aes-128-gcm", bits, nonce).setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([opening.update(sealed.subarray(0, -16)), opening.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString("utf8");
}

/** What a request says of who sends it, once its signature holds (RFC 8292 §2); null when it does not. */
export function readSender({ headers }: IncomingMessage): { aud?: string; sub?: string; exp?: number } | null {
  const [, token = "", key = ""] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(headers.authorization ?? "") ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const [x = "", y = ""] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString("base64url"));
  const publicKey = createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
  const holds = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  return holds ? JSON.parse(Buffer.from(claims, "base64url").toString("utf8")) : null;
}
