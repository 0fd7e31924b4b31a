import { stopAnswerMails } from "#lib/connect/stop-answer-mails";
import { answer } from "#lib/http/api-route";

type Context = { params: Promise<{ token: string }> };

/** One press in a mail program ends these mails (RFC 8058): it posts here, from nowhere and with no cookie. */
export function POST(request: Request, context: Context): Promise<Response> {
  return answer(request, async () => {
    await stopAnswerMails({ token: (await context.params).token });
    return new Response(null, { status: 200 });
  });
}
