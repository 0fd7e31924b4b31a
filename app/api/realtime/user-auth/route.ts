import { z } from "zod";
import { invalid } from "#lib/core/errors";
import { answer, privateJson } from "#lib/http/api-route";
import { parseInput } from "#lib/http/outcome";
import { readForm } from "#lib/http/read-body";
import { requireSameOrigin } from "#lib/http/same-origin";
import { requirePerson } from "#lib/http/session";
import { signUser } from "#lib/realtime/sign";

const Wish = z.strictObject({ socket_id: z.string().max(100) });

/** Names the person behind a socket, so that all of her sockets can be ended at once. */
export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    requireSameOrigin(request);
    const { socket_id } = parseInput(Wish, await readForm(request));
    const signed = signUser(socket_id, { id: (await requirePerson()).id });
    if (!signed) throw invalid("invalid");
    return privateJson(signed);
  });
}
