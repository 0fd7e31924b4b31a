import { z } from "zod";
import { answerFile } from "#lib/connect/read-file";
import { notFound } from "#lib/core/errors";
import { answer } from "#lib/http/api-route";

type Context = { params: Promise<{ id: string }> };

export function GET(request: Request, context: Context): Promise<Response> {
  return answer(request, async () => {
    const id = z.uuid().safeParse((await context.params).id);
    if (!id.success) throw notFound("file");
    return answerFile(request, id.data);
  });
}
