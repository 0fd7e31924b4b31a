import { answerOldPart } from "#lib/http/old-part";

/** In the place of a shop stands the version: what is there is answered as a file, before this. */
type Context = { params: Promise<{ shop: string; part: string }> };

export async function GET(_: Request, context: Context): Promise<Response> {
  const { shop: version, part } = await context.params;
  return answerOldPart(version, part) ?? new Response("There is nothing here.\n", { status: 404 });
}
