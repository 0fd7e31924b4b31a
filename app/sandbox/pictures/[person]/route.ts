import { gated } from "#lib/sandbox/gate";
import { drawPicture } from "#lib/sandbox/people/draw-picture";
import { findPerson } from "#lib/sandbox/people/list-people";

type Context = { params: Promise<{ person: string }> };

const headers = {
  "content-type": "image/svg+xml",
  "content-security-policy": "default-src 'none'; sandbox",
  "cache-control": "public, max-age=3600",
  "x-content-type-options": "nosniff",
};

/** A person's profile picture, at the address that `/me` gives. */
export const GET = gated(async (_request: Request, { params }: Context) => {
  const person = await findPerson((await params).person);
  return person ? new Response(drawPicture(person), { headers }) : new Response("Not found", { status: 404 });
});
