import { env } from "#lib/core/env";
import { findPage, listPagesOf, type SandboxPage } from "../messenger/pages";
import type { Answer } from "./call";
import { paged, readCursors } from "./cursors";
import { fieldUnknown, permissionMissing, userTokenNeeded } from "./facebook-error";
import type { Holder, Someone } from "./read-token";
import { pageTokenOf } from "./tokens";

const PICTURE_SIDE = 50; // pixels; Facebook's default

export function picture(id: string) {
  const url = `${env().PUBLIC_URL}/sandbox/pictures/${id}`;
  return { data: { height: PICTURE_SIDE, is_silhouette: false, url, width: PICTURE_SIDE } };
}

type Read<Node> = Record<string, (node: Node) => unknown>;

export const firstName = (name: string) => name.split(/\s+/)[0] ?? "";
export const lastName = (name: string) => name.split(/\s+/).slice(1).join(" ");

const OF_USER: Read<Someone & { scopes: string[] }> = {
  id: (person) => person.id,
  name: (person) => person.name,
  first_name: (person) => firstName(person.name),
  last_name: (person) => lastName(person.name),
  email: (person) => (person.scopes.includes("email") ? (person.email ?? undefined) : undefined),
  picture: (person) => picture(person.id),
};

const OF_PAGE: Read<SandboxPage> = {
  id: (page) => page.id,
  name: (page) => page.name,
  category: (page) => page.category,
  category_list: (page) => [{ id: "2201", name: page.category }],
  followers_count: (page) => page.followers,
  fan_count: (page) => page.followers,
  link: (page) => `https://www.facebook.com/${page.id}`,
  username: () => undefined,
  picture: (page) => picture(page.id),
  instagram_business_account: () => undefined,
};

/** Names in a `fields` parameter, without their sub-selections: `id,picture.type(large){url}` gives id and picture. */
function fieldNames(parameter: string): string[] {
  let plain = parameter;
  for (let before = ""; before !== plain; ) {
    before = plain;
    plain = plain.replace(/\{[^{}]*\}/g, "").replace(/\([^()]*\)/g, "");
  }
  return plain.split(",").map((part) => part.trim().split(".")[0] ?? "");
}

/** The wanted fields of a node; `id` is always there, and what a node has not got is left out. Throws 100. */
export function select<Node>(node: Node, readers: Read<Node>, fields: string, type: string): Record<string, unknown> {
  const names = new Set([...fieldNames(fields).filter((name) => name !== ""), "id"]);
  const entries = [...names].map((name): [string, unknown] => {
    const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
    if (!read) throw fieldUnknown(name, type);
    return [name, read(node)];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** The fields of a Page that anyone with a token of it may read. */
export function readPage(page: SandboxPage, fields = "id,name"): Record<string, unknown> {
  return select(page, OF_PAGE, fields, "Page");
}

/** `GET /me`: the person, or the Page of a Page's token. `email` is left out when not granted or there is none. */
export const me: Answer = async ({ holder, parameters }) => {
  const who = await holder();
  const fields = parameters.text("fields");
  if (who.kind === "app") return select({ id: env().FACEBOOK.clientId }, { id: ({ id }) => id }, "id", "Application");
  if (who.kind === "user") return select({ ...who.person, scopes: who.scopes }, OF_USER, fields ?? "id,name", "User");
  const page = await findPage(who.pageId);
  if (!page) throw permissionMissing("pages_read_engagement");
  return readPage(page, fields);
};

/** `GET /me/permissions`: what was granted, and what was declined. */
export const mePermissions: Answer = async ({ holder }) => {
  const who = await holder();
  const declined = who.kind === "app" ? [] : who.kept.declined;
  return {
    data: [
      ...who.scopes.map((permission) => ({ permission, status: "granted" })),
      ...declined.map((permission) => ({ permission, status: "declined" })),
    ],
  };
};

const ACCOUNT_FIELDS = "access_token,category,category_list,name,id,tasks";

/** `GET /me/accounts`: the Pages the person chose in the dialog, each with its token. */
export const meAccounts: Answer = async ({ holder, parameters, request }) => {
  const who = await holder();
  if (who.kind !== "user") throw userTokenNeeded();
  if (!who.scopes.includes("pages_show_list")) return { data: [] };
  const chosen = who.kept.targets.pages_show_list;
  const pages = (await listPagesOf(who.person.id)).filter(
    ({ id, tasks }) => tasks.length > 0 && (chosen === undefined || chosen.includes(id)),
  );
  const cursors = readCursors(parameters, 25, 100);
  const shown = pages.slice(cursors.offset, cursors.offset + cursors.limit + 1);
  const fields = parameters.text("fields") ?? ACCOUNT_FIELDS;
  const rows = [];
  for (const { tasks, ...page } of shown) rows.push(await account(who, page, tasks, fields));
  return paged(rows, cursors, { request, holderToken: who.token });
};

async function account(
  who: Extract<Holder, { kind: "user" }>,
  page: SandboxPage,
  tasks: string[],
  fields: string,
): Promise<Record<string, unknown>> {
  const access_token = fieldNames(fields).includes("access_token") ? await pageTokenOf(who, page.id) : undefined;
  return select(page, { ...OF_PAGE, access_token: () => access_token, tasks: () => tasks }, fields, "Page");
}
