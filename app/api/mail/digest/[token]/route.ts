import { answer } from "#lib/http/api-route";
import { stopDigest } from "#lib/shops/notices/stop-digest";

type Context = { params: Promise<{ token: string }> };

/** One press in a mail program ends the digest (RFC 8058): it posts here, from nowhere and with no cookie. */
export function POST(request: Request, context: Context): Promise<Response> {
  return answer(request, async () => {
    await stopDigest({ token: (await context.params).token });
    return new Response(null, { status: 200 });
  });
}
