import { MAX_HOOK_BYTES, RECEIVED, receiveHook } from "#lib/channels/messenger/inbound/receive-hook";
import { verifySubscription } from "#lib/channels/messenger/inbound/verify-subscription";
import { answer } from "#lib/http/api-route";
import { clientAddress } from "#lib/http/client-address";
import { limitForged } from "#lib/http/limit";
import { readBody } from "#lib/http/read-body";

const PLAIN = { headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" } };

export function GET(request: Request): Promise<Response> {
  return answer(request, async () => new Response(verifySubscription(new URL(request.url).searchParams), PLAIN));
}

export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    const body = await readBody(request, MAX_HOOK_BYTES);
    const signature = request.headers.get("x-hub-signature-256");
    await limitForged(clientAddress(request), () => receiveHook({ signature, body }));
    return new Response(RECEIVED, PLAIN);
  });
}
