import { gated } from "#lib/sandbox/gate";
import { serveFile } from "#lib/sandbox/messenger/files";

type Context = { params: Promise<{ file: string }> };

export const GET = gated(async (request: Request, { params }: Context) => serveFile(request, (await params).file));
