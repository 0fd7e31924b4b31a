import { Locale } from "#lib/connect/input";
import { visitorRoute } from "#lib/connect/visitor-route";
import { visitorTranscript } from "#lib/connect/visitor-transcript";
import { TranscriptForm } from "#lib/conversations/transcripts/input";
import { transcriptResponse } from "#lib/conversations/transcripts/write-transcript";
import { parseInput } from "#lib/http/outcome";

const Query = TranscriptForm.extend({ locale: Locale });

/** Hands her own conversation over, as text or as a page to print. Reading it changes nothing. */
export const GET = visitorRoute(
  async ({ request, shop, actor }) => {
    const { as, ...wish } = parseInput(Query, Object.fromEntries(new URL(request.url).searchParams));
    return transcriptResponse(await visitorTranscript(shop, actor, wish), as);
  },
  { byMail: true },
);
