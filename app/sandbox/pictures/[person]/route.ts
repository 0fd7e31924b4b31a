import { gated } from "#lib/sandbox/gate";
import { findPage } from "#lib/sandbox/messenger/pages";
import { drawPicture } from "#lib/sandbox/people/draw-picture";
import { findPerson } from "#lib/sandbox/people/list-people";

type Context = { params: Promise<{ person: string }> };

const headers = {
  "content-type": "image/svg+xml",
  "content-security-policy": "default-src 'none'; sandbox",
  "cache-control": "public, max-age=3600",
  "x-content-type-options": "nosniff",
};

/** The profile picture of a person or a Page, at the address that `/me` gives. */
export const GET = gated(async (_request: Request, { params }: Context) => {
  const { person: id } = await params;
  const someone = (await findPerson(id)) ?? (await findPage(id));
  return someone ? new Response(drawPicture(someone), { headers }) : new Response("Not found", { status: 404 });
});
