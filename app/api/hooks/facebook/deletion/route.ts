import { requestDeletion } from "#lib/channels/messenger/pages/request-deletion";
import { readSignedRequest } from "#lib/channels/messenger/pages/signed-request";
import { answer } from "#lib/http/api-route";
import { clientAddress } from "#lib/http/client-address";
import { limitForged } from "#lib/http/limit";
import { readForm } from "#lib/http/read-body";

/** Facebook passes on that a member wants what she gave us deleted. */
export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    const { signed_request } = await readForm(request);
    const { userId } = await limitForged(clientAddress(request), async () => readSignedRequest(signed_request));
    return Response.json(await requestDeletion(userId));
  });
}
