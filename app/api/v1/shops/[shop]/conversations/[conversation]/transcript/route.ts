import { MemberTranscript } from "#lib/conversations/transcripts/input";
import { memberTranscript } from "#lib/conversations/transcripts/member-transcript";
import { transcriptResponse } from "#lib/conversations/transcripts/write-transcript";
import { answer, requireApiMember } from "#lib/http/api-route";
import { parseInput } from "#lib/http/outcome";
import { requestContext } from "#lib/http/request";

type Context = { params: Promise<{ shop: string; conversation: string }> };

/** Hands a conversation over to a member, as text or as a page to print. Reading it changes nothing. */
export function GET(request: Request, context: Context): Promise<Response> {
  return answer(request, async () => {
    const { shop, conversation: conversationId } = await context.params;
    const actor = await requireApiMember(request, shop);
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const wish = parseInput(MemberTranscript, { ...query, conversationId });
    const { locale } = await requestContext();
    return transcriptResponse(await memberTranscript(actor, wish, locale), wish.as);
  });
}
