import { AppError } from "#lib/core/errors";
import { readBody } from "#lib/http/read-body";
import { keepFile, LARGEST_FILE } from "#lib/sandbox/messenger/files";
import { door } from "../door";

const CONTENT_TYPE = /^[a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,80}$/;
const NAME_MOST = 200;

/** Keeps what the person is about to say: a picture, a voice message, a file. Its bytes are the body. */
export const POST = door(async (request) => {
  const contentType = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (!CONTENT_TYPE.test(contentType)) throw new AppError("invalid", "not_a_file");
  const name = (new URL(request.url).searchParams.get("name") || "file").slice(0, NAME_MOST);
  const content = await readBody(request, LARGEST_FILE);
  if (content.length === 0) throw new AppError("invalid", "not_a_file");
  return Response.json({ id: await keepFile({ name, contentType, content }) }, { status: 201 });
});
