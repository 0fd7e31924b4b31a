import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { BucketSettings } from "./env";

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, data: string) => createHmac("sha256", key).update(data).digest();

export type SignedRequest = {
  method: string;
  path: string;
  query: string;
  headers: Record<string, string>;
  authorization: string;
};

/**
 * The signature a request must carry, reckoned anew from the secret. Source: AWS Signature Version 4, "Authenticating
 * requests: using the Authorization header".
 */
export function signatureOf({ method, path, query, headers, authorization }: SignedRequest, secret: string): string {
  const [, scope = "", listed = ""] = /Credential=[^/]+\/([^,]+),\s*SignedHeaders=([^,]+)/.exec(authorization) ?? [];
  const [day = "", region = "", service = ""] = scope.split("/");
  const lines = listed.split(";").map((name) => `${name}:${(headers[name] ?? "").trim()}\n`);
  const canonical = [method, path, query, lines.join(""), listed, headers["x-amz-content-sha256"]].join("\n");
  const text = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const key = [region, service, "aws4_request"].reduce<Buffer>(hmac, hmac(`AWS4${secret}`, day));
  return hmac(key, text).toString("hex");
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * An object store on this machine that takes what its secret signed, over the bytes that came, and nothing else. While
 * `status` is set it answers everything with it.
 */
export async function startBucket() {
  const secretAccessKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  const objects = new Map<string, Buffer>();
  const state: { status: number | null } = { status: null };

  function permits(request: IncomingMessage, body: Buffer): boolean {
    const { authorization = "", ...headers } = request.headers as Record<string, string>;
    const { pathname: path, searchParams } = new URL(request.url ?? "", "http://bucket");
    const signed = { method: request.method ?? "", path, query: searchParams.toString(), headers, authorization };
    const [, given = ""] = /Signature=([0-9a-f]{64})$/.exec(authorization) ?? [];
    const right = Buffer.from(signatureOf(signed, secretAccessKey));
    return (
      given.length === right.length &&
      timingSafeEqual(Buffer.from(given), right) &&
      headers["x-amz-content-sha256"] === sha256(body)
    );
  }

  function act(request: IncomingMessage, response: ServerResponse, body: Buffer) {
    const key = request.url ?? "";
    const held = objects.get(key);
    if (request.method === "PUT") objects.set(key, body);
    if (request.method === "DELETE") objects.delete(key);
    if (request.method === "GET") response.writeHead(held ? 200 : 404).end(held ?? "<Code>NoSuchKey</Code>");
    else response.writeHead(request.method === "PUT" ? 200 : 204).end();
  }

  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    if (state.status) response.writeHead(state.status).end();
    else if (permits(request, body)) act(request, response, body);
    else response.writeHead(403).end("<Code>SignatureDoesNotMatch</Code>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const settings: BucketSettings = {
    ...{ endpoint: `http://127.0.0.1:${port}`, region: "eu-west-3", bucket: "florist" },
    ...{ accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey },
  };
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { settings, objects, state, stop };
}
