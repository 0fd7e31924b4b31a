import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { closeDatabase } from "#db/client";
import { env } from "#lib/core/env";
import { guardedFetch, type OutboundInit } from "#lib/core/outbound";
import { answerGraph } from "../graph/answer-graph";
import { answerDialog } from "../login/answer-dialog";
import { addPage, findPage } from "../messenger/pages";
import { addPerson } from "../people/add-person";
import { type Customer, readCustomer } from "./customer";
import { STOREFRONT_PAGE, storefrontOrigin } from "./origin";
import { serveAccount, serveLoginAnswer, serveLoginForm, serveLogoutForm } from "./serve-account";
import { serveCheckout } from "./serve-checkout";
import { ask, setUpStorefront } from "./test-visit";

vi.mock("#lib/core/outbound", () => ({ guardedFetch: vi.fn() }));

const posted: { event: string; login: Record<string, unknown> }[] = [];
const fetched = vi.mocked(guardedFetch);

/** The emulated platform answers what is asked of it; what goes to Comptoir is kept. */
async function answer(input: string | URL, init: OutboundInit = {}) {
  const url = new URL(input);
  if (url.pathname.startsWith("/api/hooks/")) {
    posted.push(JSON.parse(String(init.body)));
    return { status: 200, headers: {}, body: Buffer.from("{}") };
  }
  const path = url.pathname.replace("/sandbox/graph/", "").split("/");
  const told = await answerGraph(new Request(url), path);
  return { status: told.status, headers: {}, body: Buffer.from(await told.arrayBuffer()) };
}

beforeAll(async () => {
  await setUpStorefront();
  const page = { id: STOREFRONT_PAGE, name: "Maison Pivoine", category: "Florist", followers: 1, hue: 150 };
  if (!(await findPage(STOREFRONT_PAGE))) await addPage(page);
  fetched.mockImplementation(answer);
});
afterEach(() => void posted.splice(0));
afterAll(closeDatabase);

const cookieIn = (response: Response, name: string) =>
  response.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.split(/[=;]/)[1];

async function begin(back = "/account", visitor = "a.reference") {
  const answer = await ask(serveLoginForm, { form: { back, visitor } });
  return { address: new URL(answer.headers.get("location") ?? ""), cookie: cookieIn(answer, "login") ?? "" };
}

/** Answers the dialog as a new person; `ticked` is whether she lets the Page write to her, null presses Cancel. */
async function dialog(address: URL, ticked: boolean | null): Promise<URL> {
  const { id } = await addPerson({ name: "Amélie Laurent", email: "amelie@example.test" });
  const query = address.searchParams.toString();
  const fields =
    ticked === null
      ? { answer: "cancel", query }
      : { answer: "grant", query, person: id, ...(ticked ? { "scope.user_messenger_contact": "on" } : {}) };
  const response = await answerDialog(
    new Request(`${env().PUBLIC_URL}/sandbox/dialog/oauth/answer`, {
      method: "POST",
      headers: { origin: new URL(env().PUBLIC_URL).origin },
      body: new URLSearchParams(fields),
    }),
  );
  return new URL(response.headers.get("location") ?? "");
}

const comeBack = (url: URL, cookie: string) =>
  ask(serveLoginAnswer, { path: `${url.pathname}${url.search}`, headers: { cookie: `login=${cookie}` } });

describe("a login with Facebook at the demo storefront", () => {
  it("asks for the Page, reads back what was granted and tells Comptoir, with the chat's reference", async () => {
    for (const [ticked, back] of [
      [true, "/account"],
      [false, "/checkout"],
    ] as const) {
      const { address, cookie } = await begin(back);
      expect(address.searchParams.get("messenger_page_id")).toBe(STOREFRONT_PAGE);
      expect(address.searchParams.get("scope")).toContain("user_messenger_contact");
      const done = await comeBack(await dialog(address, ticked), cookie);
      expect(done.headers.get("location")).toBe(`${storefrontOrigin()}${back}`);
      const customer = readCustomer(cookieIn(done, "customer"));
      expect(customer).toMatchObject({ name: "Amélie Laurent", optedIn: ticked });
      expect(posted.at(-1)).toMatchObject({
        event: "login.connected",
        login: { loginId: customer?.loginId, optedIn: ticked, pageId: STOREFRONT_PAGE, visitor: "a.reference" },
      });
    }
  });

  it("ends where it began when she cancels, and nobody is told", async () => {
    const { address, cookie } = await begin();
    const done = await comeBack(await dialog(address, null), cookie);
    expect([done.status, done.headers.get("location")]).toEqual([303, `${storefrontOrigin()}/account`]);
    expect(posted).toEqual([]);
  });

  it("works in no other browser, with no other state, once, and with no made-up code", async () => {
    const { address, cookie } = await begin();
    const back = await dialog(address, true);
    const forged = new URL(back);
    forged.searchParams.set("state", "x");
    const madeUp = new URL(back);
    madeUp.searchParams.set("code", "x");
    const stranger = await begin();
    const tries: [URL, string][] = [
      [back, ""],
      [back, stranger.cookie],
      [back, `${cookie}x`],
      [forged, cookie],
      [madeUp, cookie],
    ];
    for (const [url, with_] of tries) expect((await comeBack(url, with_)).status).toBe(422);
    expect(posted).toEqual([]);
    expect((await comeBack(back, cookie)).status).toBe(303);
    expect((await comeBack(back, cookie)).status).toBe(422);
  });

  it("shows who is logged in, fills in the checkout, and forgets her on request", async () => {
    const customer: Customer = { loginId: "1", name: "Amélie <b>", email: "a@example.test", optedIn: true };
    const account = await (await ask(serveAccount, { customer })).text();
    expect(account).toContain("Logged in as Amélie &lt;b&gt;");
    expect(await (await ask(serveAccount)).text()).toContain("Log in with Facebook");
    const checkout = await (await ask(serveCheckout, { customer, basket: "corail=1" })).text();
    expect(checkout).toContain('value="a@example.test"');
    expect(checkout).not.toContain("Log in with Facebook");
    expect(cookieIn(await ask(serveLogoutForm, { form: {} }), "customer")).toBe("");
  });
});
