import { OneOfMine } from "#lib/connect/input";
import { myTranscript } from "#lib/connect/my-transcript";
import { TranscriptForm } from "#lib/conversations/transcripts/input";
import { transcriptResponse } from "#lib/conversations/transcripts/write-transcript";
import { answer } from "#lib/http/api-route";
import { parseInput } from "#lib/http/outcome";
import { requestContext } from "#lib/http/request";
import { requirePerson } from "#lib/http/session";

const Query = OneOfMine.omit({ before: true }).extend(TranscriptForm.shape);
type Context = { params: Promise<{ shop: string; conversation: string }> };

/** Hands one conversation over to whoever is signed in and has it, as text or as a page to print. */
export function GET(request: Request, context: Context): Promise<Response> {
  return answer(request, async () => {
    const person = await requirePerson();
    const { shop, conversation: conversationId } = await context.params;
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const { as, ...wish } = parseInput(Query, { ...query, shop, conversationId });
    const { locale } = await requestContext();
    return transcriptResponse(await myTranscript(person, { ...wish, locale }), as);
  });
}
