import { forgetFacebookUser } from "#lib/channels/messenger/pages/forget-facebook-user";
import { readSignedRequest } from "#lib/channels/messenger/pages/signed-request";
import { answer } from "#lib/http/api-route";
import { clientAddress } from "#lib/http/client-address";
import { limitForged } from "#lib/http/limit";
import { readForm } from "#lib/http/read-body";

/** Facebook tells that a member removed our app. */
export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    const { signed_request } = await readForm(request);
    const { userId } = await limitForged(clientAddress(request), async () => readSignedRequest(signed_request));
    await forgetFacebookUser(userId);
    return Response.json({ ok: true });
  });
}
