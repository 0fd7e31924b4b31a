import { forgetFacebookUser } from "#lib/channels/messenger/pages/forget-facebook-user";
import { readSignedRequest } from "#lib/channels/messenger/pages/signed-request";
import { answer } from "#lib/http/api-route";
import { readForm } from "#lib/http/read-body";

/** Facebook tells that a member removed our app. */
export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    const { signed_request } = await readForm(request);
    await forgetFacebookUser(readSignedRequest(signed_request).userId);
    return Response.json({ ok: true });
  });
}
