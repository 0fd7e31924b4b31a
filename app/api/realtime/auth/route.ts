import { z } from "zod";
import { authorizeMemberChannel, authorizeVisitorChannel } from "#lib/connect/authorize-channel";
import { readChatAddress } from "#lib/connect/chat-address";
import { visitorOf } from "#lib/connect/visitor-route";
import { unauthenticated } from "#lib/core/errors";
import { answer, privateJson } from "#lib/http/api-route";
import { parseInput } from "#lib/http/outcome";
import { readForm } from "#lib/http/read-body";
import { requireSameOrigin } from "#lib/http/same-origin";
import { requirePerson } from "#lib/http/session";
import { loadShop } from "#lib/shops/load-shop";

const Wish = z.strictObject({ socket_id: z.string().max(100), channel_name: z.string().max(300) });

/** Signs a subscription for the member or, with the address of a chat in `?shop=`, the visitor whose cookie the request carries. */
export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    requireSameOrigin(request);
    const { socket_id: socketId, channel_name: channel } = parseInput(Wish, await readForm(request));
    const chat = new URL(request.url).searchParams.get("shop");
    if (!chat) return privateJson(await authorizeMemberChannel(await requirePerson(), { socketId, channel }));
    const { slug, byMail } = readChatAddress(chat);
    const actor = await visitorOf(request, await loadShop(slug), byMail);
    if (!actor) throw unauthenticated();
    return privateJson(authorizeVisitorChannel(actor, { socketId, channel }));
  });
}
