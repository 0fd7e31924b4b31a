import { and, eq } from "drizzle-orm";
import { database } from "#db/client";
import { sandboxPeople } from "#db/schema/sandbox";
import { sandboxMessages, sandboxPersonas, sandboxThreads } from "#db/schema/sandbox-messenger";
import { env } from "#lib/core/env";
import { APP_NAME, isRegisteredApp } from "../login/registered-app";
import { findPage } from "../messenger/pages";
import { type Answer, type Call, mayUse, type PageHolder } from "./call";
import { FacebookError, methodUnsupported, objectUnknown, pageTokenNeeded, permissionMissing } from "./facebook-error";
import { firstName, lastName, picture, readPage, select } from "./me";
import { readPersona } from "./personas";
import type { Someone } from "./read-token";
import { showMessage } from "./show-message";
import { messagesAddress, shapeThread } from "./show-thread";

const noProfile = () => new FacebookError(100, "(#100) No profile available for this user.", 2018218);

const OF_PROFILE = {
  id: ({ psid }: Profile) => psid,
  name: ({ person }: Profile) => person.name,
  first_name: ({ person }: Profile) => firstName(person.name),
  last_name: ({ person }: Profile) => lastName(person.name),
  profile_pic: ({ person }: Profile) => picture(person.id).data.url,
  locale: () => "fr_FR",
  timezone: () => 1,
  gender: () => undefined,
};
const OF_APP = { id: (app: App) => app.id, name: (app: App) => app.name, link: () => env().PUBLIC_URL };
type App = { id: string; name: string };
type Profile = { psid: string; person: Someone };

/** `GET /{psid}`: what a Page may know of somebody who wrote to it. Throws 100/2018218 before she did. */
async function profileOf(call: Call, holder: PageHolder, psid: string): Promise<unknown> {
  const [found] = await database()
    .select({ thread: sandboxThreads, person: sandboxPeople })
    .from(sandboxThreads)
    .innerJoin(sandboxPeople, eq(sandboxPeople.id, sandboxThreads.personId))
    .where(and(eq(sandboxThreads.psid, psid), eq(sandboxThreads.pageId, holder.pageId)));
  if (!found) return null;
  if (!mayUse(holder, "pages_messaging")) throw permissionMissing("pages_messaging");
  if (found.thread.lastPersonAt === null || found.person.name === "") throw noProfile();
  call.wire.kind = "profile";
  call.wire.who = found.person.name;
  const fields = call.parameters.text("fields") ?? "first_name,last_name,profile_pic";
  return select({ psid, person: found.person }, OF_PROFILE, fields, "User");
}

/** `GET /{id}`: the app itself, a Page, somebody who wrote to it, a persona, a conversation or a message. */
export const readNode: Answer = async (call) => {
  const holder = await call.holder();
  const id = call.named.id ?? "";
  const fields = call.parameters.text("fields");
  if (holder.kind === "app") {
    if (!isRegisteredApp(id)) throw objectUnknown(id);
    return select({ id, name: APP_NAME }, OF_APP, fields ?? "id,name", "Application");
  }
  if (holder.kind === "user") {
    const page = await findPage(id);
    if (page) return readPage(page, fields);
    if (id !== holder.person.id) throw objectUnknown(id);
    return select(holder.person, { id: (one) => one.id, name: (one) => one.name }, fields ?? "id,name", "User");
  }
  if (id === holder.pageId) return pageItself(holder, fields);
  const [thread] = id.startsWith("t_")
    ? await database()
        .select()
        .from(sandboxThreads)
        .where(and(eq(sandboxThreads.id, id.slice(2)), eq(sandboxThreads.pageId, holder.pageId)))
    : [];
  if (thread) {
    const asked = { request: messagesAddress(call.request, thread), holderToken: holder.token };
    return shapeThread(thread, holder, fields ?? "id,updated_time", asked);
  }
  const [message] = id.startsWith("m_")
    ? await database().select().from(sandboxMessages).where(eq(sandboxMessages.mid, id))
    : [];
  if (message) return showMessage(message, holder, fields);
  const found = (await profileOf(call, holder, id)) ?? (await readPersona(holder.pageId, id));
  if (!found) throw objectUnknown(id);
  return found;
};

async function pageItself(holder: PageHolder, fields: string | undefined) {
  const page = await findPage(holder.pageId);
  if (!page) throw objectUnknown(holder.pageId);
  return readPage(page, fields);
}

/** `DELETE /{id}`: a persona. */
export const deleteNode: Answer = async (call) => {
  const holder = await call.holder();
  if (holder.kind !== "page") throw pageTokenNeeded();
  const id = call.named.id ?? "";
  const persona = await readPersona(holder.pageId, id);
  if (!persona) throw methodUnsupported("delete");
  await database()
    .update(sandboxPersonas)
    .set({ deletedAt: call.controls.now })
    .where(and(eq(sandboxPersonas.id, id), eq(sandboxPersonas.pageId, holder.pageId)));
  return { success: true };
};

/** `GET /{asid}/ids_for_pages`: the PSID of a person who logged in, on the Pages of the app. */
export const idsForPages: Answer = async (call) => {
  await call.holder();
  const wanted = call.parameters.text("page");
  const rows = await database()
    .select()
    .from(sandboxThreads)
    .where(
      and(eq(sandboxThreads.personId, call.named.person ?? ""), wanted ? eq(sandboxThreads.pageId, wanted) : undefined),
    );
  const data = [];
  for (const { psid, pageId, lastPersonAt } of rows) {
    const page = await findPage(pageId);
    if (page && lastPersonAt) data.push({ id: psid, page: { name: page.name, id: page.id } });
  }
  return { data };
};
