import { afterAll, expect, it } from "vitest";
import { closeDatabase } from "#db/client";
import { env } from "#lib/core/env";
import { addPage, givePageRole } from "../messenger/pages";
import { everything, graph, login, makePage, PAGE_SCOPES, userToken } from "../messenger/sandbox-fixture";
import { revokeTokens } from "./tokens";

const appToken = `${env().FACEBOOK.clientId}|${env().FACEBOOK.clientSecret}`;
const debug = async (token: string) =>
  (await graph("debug_token", appToken, { query: { input_token: token } })).body.data as Record<string, unknown>;

afterAll(closeDatabase);

it("grants only what was ticked, and says so everywhere", async () => {
  const { page, person } = await makePage();
  const other = { ...page, id: `${page.id}1`, name: "Pivoine Atelier" };
  await addPage(other);
  await givePageRole({ personId: person.id, pageId: other.id, tasks: ["ANALYZE"] });
  const token = await userToken(person.id, {
    [`page.${other.id}`]: 1,
    "scope.pages_show_list": 1,
    "scope.pages_messaging": 1,
  });
  const statuses = (await graph("me/permissions", token)).body.data;
  expect(statuses).toEqual([
    { permission: "public_profile", status: "granted" },
    { permission: "pages_show_list", status: "granted" },
    { permission: "pages_messaging", status: "granted" },
    { permission: "pages_manage_metadata", status: "declined" },
    { permission: "pages_read_engagement", status: "declined" },
  ]);
  const { body } = await graph("me/accounts", token);
  expect(body.data).toEqual([expect.objectContaining({ id: other.id, name: "Pivoine Atelier", tasks: ["ANALYZE"] })]);
  const [{ access_token }] = body.data as [{ access_token: string }];
  const settings = `${other.id}/subscribed_apps`;
  expect((await graph(settings, access_token)).body.error).toMatchObject({ code: 200 });
  expect((await graph(settings, token)).body.error).toMatchObject({ code: 190 });
  expect((await graph(`${page.id}/subscribed_apps`, access_token)).body.error).toMatchObject({ code: 100 });
  expect(await debug(token)).toMatchObject({
    app_id: env().FACEBOOK.clientId,
    type: "USER",
    is_valid: true,
    user_id: person.id,
    scopes: ["public_profile", "pages_show_list", "pages_messaging"],
    granular_scopes: [
      { scope: "pages_show_list", target_ids: [other.id] },
      { scope: "pages_messaging", target_ids: [other.id] },
    ],
  });
  expect(await debug(access_token)).toMatchObject({ type: "PAGE", profile_id: other.id, expires_at: 0 });
});

it("asks what was refused only again when told to", async () => {
  const { page, person } = await makePage();
  await login(person.id, { [`page.${page.id}`]: 1, "scope.pages_show_list": 1 });
  const silent = await login(person.id, everything(page.id), { return_scopes: "true" });
  expect(silent.get("denied_scopes")).toBe("pages_messaging,pages_manage_metadata,pages_read_engagement");
  const again = await login(person.id, everything(page.id), { auth_type: "rerequest", return_scopes: "true" });
  expect(again.get("granted_scopes")?.split(",").sort()).toEqual(["public_profile", ...PAGE_SCOPES].sort());
});

it("turns the pages of results of /me/accounts in both directions", async () => {
  const { page, person } = await makePage();
  const ids = [page.id];
  for (const n of [1, 2, 3, 4]) {
    await addPage({ ...page, id: `${page.id}${n}`, position: n } as typeof page);
    await givePageRole({ personId: person.id, pageId: `${page.id}${n}`, tasks: ["MANAGE"] });
    ids.push(`${page.id}${n}`);
  }
  const boxes = Object.assign({}, ...ids.map(everything));
  const token = await userToken(person.id, boxes);
  const seen: string[] = [];
  let query: Record<string, string> = { limit: "2", fields: "id" };
  for (;;) {
    const { data, paging } = (await graph("me/accounts", token, { query })).body as {
      data: { id: string }[];
      paging: { next?: string; cursors: { before: string } };
    };
    seen.push(...data.map(({ id }) => id));
    if (!paging.next) {
      const back = { limit: "2", before: paging.cursors.before, fields: "id" };
      expect((await graph("me/accounts", token, { query: back })).body.data).toEqual(
        ids.slice(2, 4).map((id) => ({ id })),
      );
      break;
    }
    query = Object.fromEntries(new URL(paging.next).searchParams);
  }
  expect(seen).toEqual(ids);
});

it("says of a token that it is dead, and why", async () => {
  const { page, person } = await makePage();
  const token = await userToken(person.id, everything(page.id));
  const accounts = (await graph("me/accounts", token)).body.data as { access_token: string }[];
  const pageToken = accounts[0]?.access_token ?? "";
  await givePageRole({ personId: person.id, pageId: page.id, tasks: [] });
  expect((await graph("me", pageToken)).body.error).toMatchObject({ code: 190, error_subcode: 492 });
  await revokeTokens(person.id, 460, new Date());
  expect((await graph("me", token)).body.error).toMatchObject({ code: 190, error_subcode: 460 });
  expect(await debug(token)).toMatchObject({ is_valid: false, error: { code: 190, subcode: 460 } });
  expect(await debug("EAAnobody")).toEqual({ error: expect.any(Object), is_valid: false, scopes: [] });
  expect(await debug(appToken)).toMatchObject({ type: "APP", is_valid: true });
});

it("begins the day of the first message when Login Connect is accepted, and asks once", async () => {
  const { page, person } = await makePage();
  const asked = { scope: "user_messenger_contact", messenger_page_id: page.id, return_scopes: "1" };
  const first = await login(person.id, { "scope.user_messenger_contact": 1 }, asked);
  expect(first.get("granted_scopes")).toContain("user_messenger_contact");
  const token = await userToken(person.id, {}, asked);
  expect((await debug(token)).granular_scopes).toEqual([{ scope: "user_messenger_contact", target_ids: [page.id] }]);
  const reset = await login(person.id, {}, { ...asked, reset_messenger_state: "1" });
  expect(reset.get("denied_scopes")).toBe("user_messenger_contact");
});
