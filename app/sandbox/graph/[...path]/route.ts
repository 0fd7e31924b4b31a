import { gated } from "#lib/sandbox/gate";
import { answerGraph } from "#lib/sandbox/graph/answer-graph";

type Context = { params: Promise<{ path: string[] }> };

const answer = gated(async (request: Request, { params }: Context) => answerGraph(request, (await params).path));

export { answer as DELETE, answer as GET, answer as POST, answer as PUT };
