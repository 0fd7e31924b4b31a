import { expect, test } from "@playwright/test";
import { appUrl, INBOX, SHOP, storefrontUrl } from "./address";
import { openThread, panelOf } from "./inbox";
import { leave, pageOf, toDialog } from "./login";
import { ask, cookiesOf } from "./raw";
import { newcomer, openShop } from "./team";

/** Words of the seed that only members of the shop may read. */
const CANARIES = ["deliver to London on Sunday", "nothing at my door", "Priya Shah", "lea@maisonpivoine.example"];

const BYPASS = ["middleware", "src/middleware", "pages/_middleware", "proxy"].flatMap((name) => [
  { "x-middleware-subrequest": name },
  { "x-middleware-subrequest": Array(5).fill(name).join(":") },
]);
const TRICKS: Record<string, string>[] = [
  {},
  ...BYPASS,
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-segment-prefetch": "/_tree" },
  { "x-nextjs-data": "1" },
  { "x-forwarded-user": "lea@maisonpivoine.example", "x-remote-user": "lea", "x-forwarded-for": "127.0.0.1" },
  { "x-invoke-path": INBOX, "x-matched-path": INBOX, "x-original-url": INBOX, "x-rewrite-url": INBOX },
];

function spellings(path: string): string[] {
  return [
    path,
    `${path}.rsc`,
    `${path}.json`,
    `${path}.segments/_tree.segment.rsc`,
    `/_next/data/x${path}.json`,
    `${path}?_rsc=1`,
    `${path}?nxtPshop=${SHOP}`,
    `/${path}`,
    path.replace("inbox", "%69nbox"),
    `/en${path}`,
    `${path}/.`,
    path.toUpperCase(),
  ];
}

test("no header and no spelling shows a shop to a stranger (AUTH-01, AUTH-02)", async ({ browser }) => {
  const lea = await pageOf(browser, appUrl(), "Léa Moreau", INBOX);
  const conversation = await openThread(lea, "Priya Shah");
  const history = await panelOf(lea).getByRole("link", { name: "History" }).getAttribute("href");
  const shown = await (await lea.request.get(`${appUrl()}${INBOX}`)).text();
  expect(shown).toContain(CANARIES[0]);
  const api = `/api/v1/shops/${SHOP}`;
  const pages = [INBOX, `${INBOX}/${conversation}`, `/s/${SHOP}/contacts`, history ?? "", `/s/${SHOP}/settings/team`];
  const paths = [...pages, `${api}/conversations`, `${api}/conversations/${conversation}/messages`, "/me"];
  for (const path of paths) {
    await Promise.all(TRICKS.map((headers) => expectNothing(path, headers)));
    await Promise.all(spellings(path).map((spelling) => expectNothing(spelling, {})));
  }
  await leave(lea);
});

async function expectNothing(path: string, headers: Record<string, string>) {
  const { status, body } = await ask(appUrl(), path, { headers });
  for (const canary of CANARIES) expect(body, `${path} ${JSON.stringify(headers)}`).not.toContain(canary);
  expect(status, `${path} ${JSON.stringify(headers)}`).toBeLessThan(500);
}

test("another shop's member is told that there is nothing (TEN-01)", async ({ browser }) => {
  const lea = await pageOf(browser, appUrl(), "Léa Moreau", INBOX);
  const conversation = await openThread(lea, "Priya Shah");
  const contact = (await panelOf(lea).getByRole("link", { name: "History" }).getAttribute("href")) ?? "";
  const owner = await newcomer(browser, appUrl(), `Eve ${crypto.randomUUID().slice(0, 8)}`);
  const own = await openShop(owner, appUrl(), "Chez Eve");
  const foreign = [INBOX, `${INBOX}/${conversation}`, contact, `/s/${SHOP}/contacts`, `/s/${SHOP}/settings/team`];
  const through = [`${INBOX}/${conversation}`, contact].map((path) => path.replace(SHOP, own));
  for (const path of [...foreign, ...through]) {
    const answer = await owner.goto(`${appUrl()}${path}`);
    expect(answer?.status(), path).toBe(404);
    await expect(owner.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
    for (const canary of CANARIES) expect(await answer?.text()).not.toContain(canary);
  }
  for (const shop of [SHOP, own]) {
    const path = `/api/v1/shops/${shop}/conversations/${conversation}/messages`;
    expect((await owner.request.get(`${appUrl()}${path}`)).status(), path).toBe(404);
  }
  await leave(lea, owner);
});

test("only our own names are served (AUTH-05)", async () => {
  const port = new URL(appUrl()).port;
  for (const host of ["evil.test", `evil.test:${port}`, `localhost.evil.test:${port}`, `shop.localhost.evil.test`])
    for (const path of ["/login", "/", "/api/auth/signin", "/widget/maison-pivoine", "/api/health"])
      expect((await ask(appUrl(), path, { headers: { host } })).status, `${host}${path}`).toBe(421);
  const { body } = await ask(appUrl(), "/api/auth/providers", { headers: { "x-forwarded-host": "evil.test" } });
  expect(body).toContain(appUrl());
  expect(body).not.toContain("evil.test");
});

test("no page lets another site frame it, and the chat only its shop's (WID-05, WID-08)", async ({ browser }) => {
  const lea = await pageOf(browser, appUrl(), "Léa Moreau");
  const admin = [INBOX, `/s/${SHOP}/contacts`, `/s/${SHOP}/settings/team`, "/me", "/login", "/new", "/connect/nowhere"];
  const dialog = "/sandbox/dialog/oauth";
  for (const site of ["http://evil.test/", "http://shop.localhost.evil.test/", storefrontUrl(appUrl())]) {
    const ours = site === storefrontUrl(appUrl());
    for (const path of [...admin, dialog, ...(ours ? [] : [`/widget/${SHOP}`])]) {
      const frame = `<iframe src="${appUrl()}${path}"></iframe>`;
      await lea.route(site, (route) => route.fulfill({ contentType: "text/html", body: frame }));
      await lea.goto(site);
      await expect.poll(() => lea.frames()[1]?.url(), { message: `${path} in ${site}` }).toMatch(/^chrome-error:/);
      await lea.unroute(site);
    }
  }
  await leave(lea);
});

test("cookies hold what they should and no more (SESS-03)", async ({ page }) => {
  const set: string[] = [];
  page.on("response", async (response) => {
    const headers = await response.headersArray().catch(() => []);
    for (const { name, value } of headers) if (name.toLowerCase() === "set-cookie") set.push(value);
  });
  await page.goto(`${appUrl()}/login`);
  await toDialog(page);
  await page.getByRole("button", { name: "Zoé Martin" }).click();
  await page.waitForURL(/\/new/);
  await expect.poll(() => set.some((cookie) => cookie.startsWith("__Host-comptoir-session="))).toBe(true);
  for (const cookie of set) {
    const flags = cookie.replace(/=[^;]*/, "=…");
    expect(flags).toMatch(/^__(Host|Secure)-/);
    for (const flag of [/; secure/i, /; httponly/i, /; samesite=(lax|strict)/i]) expect(flags).toMatch(flag);
    expect(cookie.length).toBeLessThan(4_096);
  }
  for (const path of ["/v1.js", `/widget/${SHOP}`, "/api/health", "/terms"])
    expect(
      (await ask(appUrl(), path, { headers: { cookie: await cookiesOf(page, appUrl()) } })).headers["set-cookie"],
    ).toBeUndefined();
  const visit = await ask(appUrl(), `/api/widget/${SHOP}/session`, {
    method: "POST",
    headers: { origin: appUrl(), "content-type": "application/json" },
    body: JSON.stringify({ locale: "en" }),
  });
  const [visitor] = visit.headers["set-cookie"] ?? [];
  for (const flag of [/^__Host-visitor-/, /; Secure/, /; HttpOnly/, /; SameSite=None/, /; Partitioned/, /; Path=\//])
    expect(visitor).toMatch(flag);
});
