import { and, asc, eq, isNull } from "drizzle-orm";
import { database } from "#db/client";
import { sandboxPersonas } from "#db/schema/sandbox-messenger";
import { newDigits } from "../messenger/platform-ids";
import { type Answer, asPage } from "./call";
import { paged, readCursors } from "./cursors";
import { textAt, urlAt } from "./send/shape";

const shown = ({ id, name, pictureUrl }: typeof sandboxPersonas.$inferSelect) => ({
  name,
  profile_picture_url: pictureUrl,
  id,
});

/** `POST /{page}/personas`. */
export const createPersona: Answer = async (call) => {
  const { page } = await asPage(call, "pages_messaging");
  const name = textAt(call.parameters.value("name"), "name", 50);
  const pictureUrl = urlAt(call.parameters.value("profile_picture_url"), "profile_picture_url");
  const id = newDigits("3");
  await database().insert(sandboxPersonas).values({ id, pageId: page.id, name, pictureUrl });
  return { id };
};

/** `GET /{page}/personas`. */
export const listPersonas: Answer = async (call) => {
  const { page, holder } = await asPage(call, "pages_messaging");
  const cursors = readCursors(call.parameters, 25, 100);
  const rows = await database()
    .select()
    .from(sandboxPersonas)
    .where(and(eq(sandboxPersonas.pageId, page.id), isNull(sandboxPersonas.deletedAt)))
    .orderBy(asc(sandboxPersonas.id))
    .limit(cursors.limit + 1)
    .offset(cursors.offset);
  return paged(rows.map(shown), cursors, { request: call.request, holderToken: holder.token });
};

/** A living persona of a Page. */
export async function readPersona(pageId: string, id: string) {
  const [row] = await database()
    .select()
    .from(sandboxPersonas)
    .where(and(eq(sandboxPersonas.id, id), eq(sandboxPersonas.pageId, pageId), isNull(sandboxPersonas.deletedAt)));
  return row ? shown(row) : null;
}
