import type { IncomingMessage, ServerResponse } from "node:http";
import { MAX_HOOK_BYTES, RECEIVED, receiveHook } from "#lib/channels/messenger/inbound/receive-hook";
import { verifySubscription } from "#lib/channels/messenger/inbound/verify-subscription";
import { AppError, STATUS } from "#lib/core/errors";
import { limitForged, retryAfter } from "#lib/http/limit";

const PATH = "/api/hooks/messenger";

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const tooLarge = () => new AppError("too_large", "too_large");
  if (Number(request.headers["content-length"] ?? 0) > MAX_HOOK_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_HOOK_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function answerWith(request: IncomingMessage, client: string | null): Promise<string> {
  if (request.method === "GET") return verifySubscription(new URL(request.url ?? "", "http://hook").searchParams);
  const signature = request.headers["x-hub-signature-256"];
  const body = await readBody(request);
  await limitForged(client, () => receiveHook({ signature: Array.isArray(signature) ? null : signature, body }));
  return RECEIVED;
}

/**
 * Answers Messenger's webhook without the pages' handler, which costs several times the work itself. The same
 * functions stand in `app/api/hooks/messenger` where this server is not used. False for any other address.
 */
export async function answerMessengerHook(
  request: IncomingMessage,
  response: ServerResponse,
  client: string | null = null,
): Promise<boolean> {
  if (request.url !== PATH && !request.url?.startsWith(`${PATH}?`)) return false;
  if (request.method !== "GET" && request.method !== "POST") return false;
  const plain = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
  try {
    const text = await answerWith(request, client);
    response.writeHead(200, { ...plain, "content-length": Buffer.byteLength(text) }).end(text);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const unread = error.code === "too_large" ? { connection: "close" } : {};
    response.writeHead(STATUS[error.code], { ...plain, ...unread, ...retryAfter(error) }).end(`${error.key}\n`);
  }
  return true;
}
